import { describe, expect, it } from 'vitest';
import { utc } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import { readSkipDelayedBy, readSkipOnOvertime } from './skip.ts';
import { slaTime } from './sla.ts';

describe('skip options', () => {
  it('are read as Digdag reads booleans and durations', () => {
    expect(readSkipOnOvertime(new Map([['skip_on_overtime', 'True']]))).toBe(true);
    expect(readSkipOnOvertime(new Map([['skip_on_overtime', 'yes']]))).toBeInstanceOf(ConfigError);
    expect(readSkipDelayedBy(new Map([['skip_delayed_by', '1d 2h 3m 4s']]))).toBe(93_784);
    expect(readSkipDelayedBy(new Map([['skip_delayed_by', 3]]))).toBeInstanceOf(ConfigError);
  });
});

describe('slaTime', () => {
  const start = Date.parse('2024-02-28T12:34:56Z');

  it('is a time of day, the next day if it is over, or a time behind the start', () => {
    expect(slaTime(new Map([['time', '14:00']]), start, utc)).toBe(Date.parse('2024-02-28T14:00:00Z'));
    expect(slaTime(new Map([['time', '02:00']]), start, utc)).toBe(Date.parse('2024-02-29T02:00:00Z'));
    expect(slaTime(new Map([['duration', '01:30']]), start, utc)).toBe(start + 90 * 60_000);
  });

  it('is one of both', () => {
    const message = "SLA must be specified using either the 'time' or 'duration' option";
    expect(slaTime(new Map(), start, utc)).toEqual(new ConfigError(message));
    expect(
      slaTime(
        new Map([
          ['time', '1:00'],
          ['duration', '1:00'],
        ]),
        start,
        utc,
      ),
    ).toEqual(new ConfigError(message));
  });
});
