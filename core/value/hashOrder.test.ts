import { expect, it } from 'vitest';
import { bucketsOfAdded, bucketsOfCopied, inHashOrder } from './hashOrder.ts';

it("is the order of Java's HashSet", () => {
  expect(inHashOrder(['foo', 'bar', 'timezone', '+a', 'skip_delay_by'], bucketsOfCopied(5))).toEqual([
    'bar',
    'timezone',
    '+a',
    'skip_delay_by',
    'foo',
  ]);
});

it('a set that was copied has room for one more', () => {
  expect([12, 13].map(bucketsOfAdded)).toEqual([16, 32]);
  expect([11, 12].map(bucketsOfCopied)).toEqual([16, 32]);
});
