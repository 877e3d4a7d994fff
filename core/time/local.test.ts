import { describe, expect, it } from 'vitest';
import { formatInstant, parseLocal } from './local.ts';
import { parseZone, utc } from './zone.ts';

function read(text: string, zone = utc): string | undefined {
  const time = parseLocal(text, zone);
  return time === undefined ? undefined : formatInstant(zone, time);
}

describe('parseLocal', () => {
  it('takes the last day of a month for those up to the 31st, as Java does', () => {
    expect(read('2026-02-30')).toBe('2026-02-28T00:00:00+00:00');
    expect(read('2024-02-31 10:00:00')).toBe('2024-02-29T10:00:00+00:00');
    expect(read('2026-04-31 23:59:59')).toBe('2026-04-30T23:59:59+00:00');
    expect(read('2026-02-32')).toBeUndefined();
    expect(read('2026-01-00')).toBeUndefined();
    expect(read('2026-13-01')).toBeUndefined();
  });

  it('takes 24:00:00 for the next day', () => {
    expect(read('2026-01-31 24:00:00')).toBe('2026-02-01T00:00:00+00:00');
    expect(read('2026-01-31 24:00:01')).toBeUndefined();
  });

  it('knows the first year on all clocks', () => {
    const parsed = parseZone('America/New_York');
    expect(parsed.ok && read('0001-01-01', parsed.zone)).toBe('0001-01-01T00:00:00-04:56');
    expect(read('0000-01-01')).toBeUndefined();
  });
});
