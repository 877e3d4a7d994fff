import { describe, expect, it } from 'vitest';
import { parseZone, utc } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import { readSchedule } from './schedule.ts';
import { sessionTime } from './sessionTime.ts';

const now = Date.parse('2026-03-08T12:34:56.789Z');

function timeOf(session: string, zoneId = 'UTC', lastSaved: number | undefined = undefined, daily = ''): string {
  const parsed = parseZone(zoneId);
  const zone = parsed.ok ? parsed.zone : utc;
  const read = daily === '' ? undefined : readSchedule(new Map([['schedule', new Map([['daily>', daily]])]]), zone);
  const schedule = read instanceof ConfigError ? undefined : read;
  const time = sessionTime({ session, zone, schedule, now, lastSaved: () => lastSaved });
  return typeof time === 'number' ? new Date(time).toISOString() : time.message;
}

describe('sessionTime', () => {
  it('reads local times of the workflow', () => {
    expect(timeOf('2026-01-02')).toBe('2026-01-02T00:00:00.000Z');
    expect(timeOf('2026-01-02 03:04:05', 'Asia/Tokyo')).toBe('2026-01-01T18:04:05.000Z');
  });

  it('moves a time that does not exist forward', () => {
    expect(timeOf('2026-03-08 02:30:00', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('reads a time with its offset, whatever the zone of the workflow', () => {
    expect(timeOf('2026-01-02T03:04:05+09:00', 'America/New_York')).toBe('2026-01-01T18:04:05.000Z');
  });

  it('refuses what is no time', () => {
    for (const text of ['2026-02-32', '2026-01-02T00:00:00', 'tomorrow', '2026-01-02 24:00:01']) {
      expect(timeOf(text)).toContain('--session must be hourly, daily, last');
    }
  });

  it('takes the last session up only where asked to', () => {
    expect(timeOf('last', 'UTC', 0)).toBe('1970-01-01T00:00:00.000Z');
    expect(timeOf('fresh', 'UTC', 0)).toBe('2026-03-08T00:00:00.000Z');
    expect(timeOf('hourly', 'Asia/Kolkata')).toBe('2026-03-08T12:30:00.000Z');
    expect(timeOf('now')).toBe('2026-03-08T12:34:56.000Z');
  });

  it('knows the sessions of a schedule, where there is one', () => {
    expect(timeOf('schedule', 'Asia/Tokyo', undefined, '07:00:00')).toBe('2026-03-07T15:00:00.000Z');
    expect(timeOf('next_schedule', 'Asia/Tokyo', undefined, '07:00:00')).toBe('2026-03-08T15:00:00.000Z');
    expect(timeOf('fresh', 'Asia/Tokyo', undefined, '07:00:00')).toBe('2026-03-07T15:00:00.000Z');
    expect(timeOf('schedule')).toContain('schedule is not set');
    expect(timeOf('next_schedule')).toContain('schedule is not set');
  });
});
