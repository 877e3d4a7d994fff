import { expect, it } from 'vitest';
import { countAtFront } from './sorted.ts';

it('counts what is at the front of a sorted list', () => {
  const items = [1, 3, 3, 5, 8];
  for (let limit = 0; limit < 10; limit++) {
    expect(countAtFront(items, (item) => item < limit)).toBe(items.filter((item) => item < limit).length);
  }
  expect(countAtFront([], () => true)).toBe(0);
});
