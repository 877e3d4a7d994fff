import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ranges } from './ranges.ts';

const range = fc.tuple(fc.nat(60), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));

it('tells whether a range touches one of those that were added, in any order', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), fc.array(range), (added, asked) => {
      const ranges = new Ranges();
      for (const one of added) ranges.add(one);
      for (const { start, end } of asked) {
        const expected = added.some((one) => start <= one.end && one.start <= end);
        expect(ranges.touches({ start, end })).toBe(expected);
      }
    }),
  );
});
