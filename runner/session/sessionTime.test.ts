import { describe, expect, it } from 'vitest';
import { parseZone, utc } from '../../core/time/zone.ts';
import { sessionTime } from './sessionTime.ts';

const now = Date.parse('2026-03-08T12:34:56Z');

function timeOf(session: string, zoneId = 'UTC', lastSaved: number | undefined = undefined): string {
  const parsed = parseZone(zoneId);
  const zone = parsed.ok ? parsed.zone : utc;
  const time = sessionTime({ session, zone, schedule: undefined, now, lastSaved: () => lastSaved });
  return new Date(time).toISOString();
}

describe('sessionTime', () => {
  it('reads local times of the workflow', () => {
    expect(timeOf('2026-01-02')).toBe('2026-01-02T00:00:00.000Z');
    expect(timeOf('2026-01-02 03:04:05', 'Asia/Tokyo')).toBe('2026-01-01T18:04:05.000Z');
  });

  it('moves a time that does not exist forward', () => {
    expect(timeOf('2026-03-08 02:30:00', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('refuses what is no time', () => {
    for (const text of ['2026-02-30', '2026-01-02T00:00:00', 'now', '2026-01-02 24:00:00']) {
      expect(() => timeOf(text)).toThrow('--session must be hourly, daily, last');
    }
    expect(() => timeOf('schedule')).toThrow('schedule is not set');
  });

  it('takes the last session up only where asked to', () => {
    expect(timeOf('last', 'UTC', 0)).toBe('1970-01-01T00:00:00.000Z');
    expect(timeOf('fresh', 'UTC', 0)).toBe('2026-03-08T00:00:00.000Z');
    expect(timeOf('hourly', 'Asia/Kolkata')).toBe('2026-03-08T12:30:00.000Z');
  });
});
