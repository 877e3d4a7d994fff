import { expect, it } from 'vitest';
import { lineAbove, lineAt } from './sourceLine.ts';

it('cuts a line into key and value, and leaves one alone that is far too long', () => {
  expect(lineAt('- a: b # c\n', 3).value).toEqual({ start: 5, end: 6, text: 'b' });
  const before = performance.now();
  expect(lineAt('- '.repeat(1e6), 0).value).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(1000);
});

it('finds the line above, also below an empty first line', () => {
  const source = 'a: 1\n\n# c\nb: 2\n';
  expect(lineAbove(source, lineAt(source, source.indexOf('b')))?.text).toBe('a: 1');
  expect(lineAbove('\na: 1\n', lineAt('\na: 1\n', 2))).toBeUndefined();
});
