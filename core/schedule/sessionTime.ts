import { fromLocal, parseInstant, parseLocal, toLocal } from '../time/local.ts';
import type { Zone } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import { lastTime, nextTimes, type Schedule } from './schedule.ts';
import { isFinished } from './scheduler.ts';

export interface SessionRequest {
  /**
   * As `--session` takes it: `last`, `daily`, `hourly`, `schedule`, or a local time `yyyy-MM-dd[ HH:mm:ss]`. Beyond Digdag's: `fresh` is `last` without
   * what was saved, `now` and `next_schedule` are words of Digdag's server, and a time may have its offset (`2026-01-02T03:04:05+09:00`).
   */
  readonly session: string;
  readonly zone: Zone;
  readonly schedule: Schedule | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The newest session that was saved of this workflow. */
  lastSaved(): number | undefined;
}

/** Why there is no such session, in Digdag's words. */
export interface SessionRefusal {
  readonly message: string;
  /** Java's kind of it. */
  readonly kind: 'config' | undefined;
}

/** The session time that `--session` asks for (Run.parseSessionTime), milliseconds since 1970. */
export function sessionTime(request: SessionRequest): number | SessionRefusal {
  const { session, zone, schedule, now } = request;
  switch (session) {
    case 'now':
      return Math.floor(now / second) * second;
    case 'hourly':
      return truncated(zone, now, hour);
    case 'daily':
      return truncated(zone, now, day);
    case 'schedule':
      return schedule ? lastScheduled(schedule, now) : unscheduled(session);
    case 'next_schedule':
      return schedule ? nextScheduled(schedule, now) : unscheduled(session);
    case 'last':
      return request.lastSaved() ?? newSession(request);
    case 'fresh':
      return newSession(request);
    default:
      return parseInstant(session) ?? parseLocal(session, zone) ?? unreadable(session);
  }
}

const second = 1000;
const hour = 3_600_000;
const day = 86_400_000;

function newSession({ schedule, zone, now }: SessionRequest): number | SessionRefusal {
  return schedule ? lastScheduled(schedule, now) : truncated(zone, now, day);
}

function lastScheduled(schedule: Schedule, now: number): number | SessionRefusal {
  const last = lastTime(schedule, now);
  if (last instanceof ConfigError) return { message: last.message, kind: 'config' };
  return isFinished(last) ? ended : last.time;
}

function nextScheduled(schedule: Schedule, now: number): number | SessionRefusal {
  const next = nextTimes(schedule, now, 1);
  if (next instanceof ConfigError) return { message: next.message, kind: 'config' };
  return next[0]?.time ?? ended;
}

const ended: SessionRefusal = { message: 'The schedule has no session any more.', kind: 'config' };

function unscheduled(word: string): SessionRefusal {
  return { message: `--session ${word} is set but schedule is not set to this workflow.`, kind: undefined };
}

function unreadable(text: string): SessionRefusal {
  const forms = 'hourly, daily, last, "yyyy-MM-dd", or "yyyy-MM-dd HH:mm:SS" format';
  return { message: `--session must be ${forms}: ${text}`, kind: 'config' };
}

function truncated(zone: Zone, now: number, unit: number): number {
  const local = toLocal(zone, now);
  return fromLocal(zone, Math.floor(local / unit) * unit);
}
