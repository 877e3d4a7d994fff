import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant, formatTime, fromLocal, parseInstant, toLocal } from './local.ts';
import { parseZone, type Zone } from './zone.ts';

function zone(id: string): Zone {
  const parsed = parseZone(id);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.zone;
}

describe('parseZone', () => {
  it('reads ids as ZoneId.of', () => {
    const spelled = {
      '+9': '+09:00',
      Z: 'Z',
      '+00:00': 'Z',
      'UTC+9': 'UTC+09:00',
      'GMT-0': 'GMT',
      GMT0: 'GMT0',
      UTC: 'UTC',
    };
    for (const [id, java] of Object.entries(spelled)) expect(zone(id).id).toBe(java);
    expect(zone('+09:30:15').offsetAt(0)).toBe(34215);
    expect(zone('Asia/Tokyo').offsetAt(0)).toBe(32400);
  });

  it('refuses what ZoneId.of refuses, in its words', () => {
    const message = (id: string): string => {
      const parsed = parseZone(id);
      return parsed.ok ? 'accepted' : `${parsed.java}: ${parsed.message}`;
    };
    expect(message('EST')).toBe('ZoneRulesException: Unknown time-zone ID: EST');
    expect(message('asia/tokyo')).toBe('ZoneRulesException: Unknown time-zone ID: asia/tokyo');
    expect(message('')).toBe('DateTimeException: Invalid ID for ZoneOffset, invalid format: ');
    expect(message(' UTC')).toBe('DateTimeException: Invalid ID for region-based ZoneId, invalid format:  UTC');
    expect(message('UTC+19')).toBe('DateTimeException: Invalid ID for offset-based ZoneId: UTC+19');
    expect(message('constructor')).toBe('ZoneRulesException: Unknown time-zone ID: constructor');
    expect(message('+19:00')).toMatch(/hours not in valid range: value 19/);
  });
});

describe('local times', () => {
  const losAngeles = zone('America/Los_Angeles');

  it('know the offset on both sides of a change', () => {
    expect(formatInstant(losAngeles, Date.UTC(2016, 2, 13, 9, 59, 59))).toBe('2016-03-13T01:59:59-08:00');
    expect(formatInstant(losAngeles, Date.UTC(2016, 2, 13, 10))).toBe('2016-03-13T03:00:00-07:00');
    expect(losAngeles.offsetAt(Date.UTC(1880, 0, 1))).toBe(-28378);
  });

  it('move forward in a gap and take the first of two', () => {
    const at = (local: string): string => formatInstant(losAngeles, fromLocal(losAngeles, Date.parse(`${local}Z`)));
    expect(at('2016-03-13T02:30:00')).toBe('2016-03-13T03:30:00-07:00');
    expect(at('2016-11-06T01:30:00')).toBe('2016-11-06T01:30:00-07:00');
    expect(at('2016-07-01T00:00:00')).toBe('2016-07-01T00:00:00-07:00');
  });

  it('are read and written', () => {
    const instant = parseInstant('2016-01-30T00:00:00+09:00');
    expect(instant).toBe(Date.UTC(2016, 0, 29, 15));
    expect(parseInstant('2016-02-30T00:00:00+09:00')).toBeUndefined();
    const local = toLocal(zone('Asia/Tokyo'), instant ?? 0);
    expect(`${formatDate(local)} ${formatTime(local)}`).toBe('2016-01-30 00:00:00');
  });
});
