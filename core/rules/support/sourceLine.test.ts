import { expect, it } from 'vitest';
import { lineAt } from './sourceLine.ts';

it('cuts a line into key and value, and leaves one alone that is far too long', () => {
  expect(lineAt('- a: b # c\n', 3).value).toEqual({ start: 5, end: 6, text: 'b' });
  const before = performance.now();
  expect(lineAt('- '.repeat(1e6), 0).value).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(1000);
});
