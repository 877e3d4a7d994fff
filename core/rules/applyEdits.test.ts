import { expect, it } from 'vitest';
import { text } from '../text/text.ts';
import { applyEdits, editsThatFit } from './applyEdits.ts';
import type { Fix } from './finding.ts';

const edit = (start: number, end: number, newText: string) => ({ path: '/a', start, end, newText });
const fix = (...edits: ReturnType<typeof edit>[]): Fix => ({ title: text('x'), edits, safe: true });

it('applies edits whatever their order', () => {
  expect(applyEdits('abcdef', [edit(4, 5, ''), edit(0, 1, 'XX'), edit(2, 2, '-')])).toBe('XXb-cdf');
});

it('leaves a fix that touches an earlier one for a later round', () => {
  const fitting = editsThatFit([fix(edit(0, 2, 'x')), fix(edit(5, 6, 'z'), edit(1, 3, 'y')), fix(edit(4, 4, '!'))]);
  expect(fitting.get('/a')).toEqual([edit(0, 2, 'x'), edit(4, 4, '!')]);
});
