import { describe, expect, it } from 'vitest';
import { ConfigError } from '../value/typed.ts';
import { type CronMatcher, canFire, parseCronPattern } from './cronPattern.ts';

describe('parseCronPattern', () => {
  it('reads lists, ranges that wrap around, steps, names and the last day', () => {
    const matcher = only('5-50/15,+7 22-2 l jan,DEC fri-1');
    expect([...numbers(matcher.minute)]).toEqual([5, 20, 35, 50, 7]);
    expect([...numbers(matcher.hour)]).toEqual([22, 23, 0, 1, 2]);
    expect([...numbers(matcher.day)]).toEqual([32]);
    expect([...numbers(matcher.month)]).toEqual([1, 12]);
    expect([...numbers(matcher.weekday)]).toEqual([5, 6, 7, 0, 1]);
  });

  it('takes 7 for Sunday, so that 0-7 is Sunday alone', () => {
    expect([...numbers(only('0 0 * * 0-7').weekday)]).toEqual([0]);
  });

  it('joins patterns with |', () => {
    expect(parseCronPattern('0 5 * * *|8 10 * * *')).toHaveLength(2);
  });

  it.each([
    ['* * * *', 'invalid pattern: "* * * *"'],
    ['|', 'invalid pattern: "|"'],
    [
      'a * * * *',
      'invalid pattern "a * * * *". Error parsing minutes field: invalid field "a", invalid element "a", invalid range, invalid value "a", invalid integer value.',
    ],
    [
      '1/2/3 * * * *',
      'invalid pattern "1/2/3 * * * *". Error parsing minutes field: invalid field "1/2/3", invalid element "1/2/3", syntax error.',
    ],
    [
      '*/x * * * *',
      'invalid pattern "*/x * * * *". Error parsing minutes field: invalid field "*/x", invalid element "*/x", invalid divisor "x".',
    ],
  ])('refuses %s as cron4j does', (pattern, message) => {
    expect(parseCronPattern(pattern)).toEqual(new ConfigError(message));
  });
});

describe('canFire', () => {
  it.each([
    ['0 0 30 2 *', false],
    ['0 0 31 4,6,9,11 *', false],
    ['0 0 29 2 mon', true],
    ['0 0 l 2 *', true],
    ['0 0 30 2 *|0 0 1 * *', true],
  ])('%s: %s', (pattern, fires) => {
    const parsed = parseCronPattern(pattern);
    expect(!(parsed instanceof ConfigError) && canFire(parsed)).toBe(fires);
  });
});

function only(pattern: string): CronMatcher {
  const parsed = parseCronPattern(pattern);
  const matcher = parsed instanceof ConfigError ? undefined : parsed[0];
  if (matcher === undefined) throw new Error(pattern);
  return matcher;
}

function numbers(field: CronMatcher['minute']): ReadonlySet<number> {
  return field === 'any' ? new Set() : field;
}
