import { describe, expect, it } from 'vitest';
import { ConfigError } from '../value/typed.ts';
import type { Value } from '../value/value.ts';
import { nextRetry, readRetry } from './retry.ts';

describe('readRetry', () => {
  it('tries as often as the number says, at once', () => {
    expect(intervals(3)).toEqual([0, 0, 0]);
    expect(intervals('2')).toEqual([0, 0]);
    expect(intervals(-1)).toEqual([]);
  });

  it('doubles the interval up to its maximum', () => {
    const retry: Value = new Map<string, Value>([
      ['limit', 4],
      ['interval', 10],
      ['interval_type', 'Exponential'],
      ['max_interval', 35],
    ]);
    expect(intervals(retry)).toEqual([10, 20, 35, 35]);
  });

  it("takes the operator's own limit where nothing is written", () => {
    expect(readRetry(new Map(), 3)).toMatchObject({ limit: 3 });
  });

  it.each([
    [true, 'Invalid _retry format:true'],
    [new Map(), "Parameter 'limit' is required but not set"],
    [
      new Map<string, Value>([
        ['limit', 1],
        ['interval_type', 'linear'],
      ]),
      'Invalid retry_interval_type: linear',
    ],
  ])('refuses %j', (value, message) => {
    expect(readRetry(new Map([['_retry', value]]), 0)).toEqual(new ConfigError(message));
  });
});

function intervals(value: Value): number[] {
  const retry = readRetry(new Map([['_retry', value]]), 0);
  if (retry instanceof ConfigError) throw new Error(retry.message);
  return [0, 1, 2, 3, 4]
    .map((tries) => nextRetry(retry, tries))
    .filter(({ again }) => again)
    .map(({ interval }) => interval);
}
