import { expect, it } from 'vitest';
import { Candidates, nearestIn } from './candidates.ts';
import { nearest } from './nearest.ts';

const all = (): boolean => true;

it('finds in several lists what is nearest in all of them', () => {
  const lists = [['methods', 'headers'], ['method']];
  const sorted = lists.map((words) => ({ candidates: new Candidates(words, all), until: words.length }));
  expect(nearestIn('methd', sorted)).toBe(nearest('methd', lists.flat()));
  expect(nearestIn('from', sorted)).toBeUndefined();
});

it('looks at no words behind a number', () => {
  const candidates = new Candidates(['a1', 'value_1', 'value_2'], (word) => word.length > 2);
  expect(nearestIn('valeu_2', [{ candidates, until: 2 }])).toBe('value_1');
  expect(nearestIn('valeu_2', [{ candidates, until: 3 }])).toBe('value_2');
  expect(nearestIn('valeu_2', [{ candidates, until: 1 }])).toBeUndefined();
});

it('looks at those only that begin alike where there are very many', () => {
  const words = Array.from({ length: 5000 }, (_, at) => `${at % 2 === 0 ? 'value' : 'other'}_${at}`);
  const list = { candidates: new Candidates(words, all), until: words.length };
  expect(nearestIn('valeu_100', [list])).toBe('value_100');
  expect(nearestIn('thoer_101', [list])).toBeUndefined();
});
