import { describe, expect, it } from 'vitest';
import { parseZone, utc, type Zone } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import { nextFiring } from './cron.ts';
import { parseCronPattern } from './cronPattern.ts';

describe('nextFiring', () => {
  it('counts from the minute behind', () => {
    expect(firings('*/20 * * * *', '2024-02-28T12:40:59Z', utc)).toEqual(['2024-02-28T13:00', '2024-02-28T13:20']);
  });

  it('finds the next 29 February of a weekday, 28 years later', () => {
    expect(firings('0 0 29 2 mon', '2024-02-28T00:00:00Z', utc)).toEqual(['2044-02-29T00:00', '2072-02-29T00:00']);
  });

  it('fires an hour later where daylight saving skips the time', () => {
    expect(firings('30 2 * * *', '2024-03-09T12:00:00Z', zone('America/Los_Angeles'))).toEqual([
      '2024-03-10T10:30',
      '2024-03-11T09:30',
    ]);
  });

  it('fires at the later of two equal times', () => {
    expect(firings('30 1 * * *', '2024-11-02T12:00:00Z', zone('America/Los_Angeles'))).toEqual([
      '2024-11-03T09:30',
      '2024-11-04T09:30',
    ]);
  });

  it('is a minute late before 1970 where it had to search', () => {
    expect(firings('30 * * * *', '1969-12-31T22:35:00Z', utc)).toEqual(['1969-12-31T23:31', '1970-01-01T00:30']);
  });

  it('leaves out a day that a zone left out', () => {
    expect(firings('0 12 * * *', '2011-12-29T23:00:00Z', zone('Pacific/Apia'))).toEqual([
      '2011-12-30T22:00',
      '2011-12-31T22:00',
    ]);
  });
});

function firings(pattern: string, from: string, zone: Zone): string[] {
  const parsed = parseCronPattern(pattern);
  const found: string[] = [];
  let instant = Date.parse(from);
  for (let count = 0; count < 2 && !(parsed instanceof ConfigError); count++) {
    instant = nextFiring(parsed, instant, zone) ?? Number.NaN;
    found.push(new Date(instant).toISOString().slice(0, 16));
  }
  return found;
}

function zone(id: string): Zone {
  const parsed = parseZone(id);
  if (!parsed.ok) throw new Error(id);
  return parsed.zone;
}
