import { describe, expect, it } from 'vitest';
import { parseZone } from '../time/zone.ts';
import { runtimeVariables, type Session, SessionVariables, scheduleVariables } from './session.ts';

const parsed = parseZone('Asia/Tokyo');
if (!parsed.ok) throw new Error(parsed.message);
const { zone } = parsed;
const session: Session = { sessionTime: Date.UTC(2026, 0, 29, 15), zone, sessionUuid: 'u' };

describe('runtimeVariables', () => {
  it('formats the session time in the zone', () => {
    const variables = runtimeVariables(session, '+w+a', new Map());
    expect(variables.get('session_time')).toBe('2026-01-30T00:00:00+09:00');
    expect(variables.get('session_date_compact')).toBe('20260130');
    expect(variables.get('session_local_time')).toBe('2026-01-30 00:00:00');
    expect(variables.get('session_tz_offset')).toBe('+0900');
    expect(variables.get('session_unixtime')).toBe(1769698800);
    expect(variables.get('last_executed_session_time')).toBe('');
    expect(variables.has('last_session_date')).toBe(false);
    expect(variables.has('retry_attempt_name')).toBe(false);
  });

  it('has the sessions around it where the schedule tells them', () => {
    const day = 86_400_000;
    const { sessionTime } = session;
    const sessions = { lastSessionTime: sessionTime - day, nextSessionTime: sessionTime + day };
    const variables = runtimeVariables(session, '+w+a', scheduleVariables(sessions, zone));
    expect(variables.get('last_session_date')).toBe('2026-01-29');
    expect(variables.get('next_session_unixtime')).toBe(1769785200);
  });

  it('follows each task of a session: its name, and the sessions around that were stored before it', () => {
    const variables = new SessionVariables(session);
    const first = variables.of('+w+a', new Map());
    first.set('session_id', 7);
    const stored = new Map([['last_executed_session_time', '2026-01-28T00:00:00+09:00']]);
    expect(variables.of('+w+b', stored)).toEqual(runtimeVariables(session, '+w+b', stored));
    expect(variables.of('+w+b', stored).get('last_executed_session_date')).toBe('2026-01-28');
    expect(variables.of('+w+c', new Map())).toEqual(runtimeVariables(session, '+w+c', new Map()));
  });
});
