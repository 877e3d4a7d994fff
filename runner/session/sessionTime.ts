import { lastTime, type Schedule } from '../../core/schedule/schedule.ts';
import { isFinished } from '../../core/schedule/scheduler.ts';
import { formatDate, fromLocal, toLocal } from '../../core/time/local.ts';
import type { Zone } from '../../core/time/zone.ts';
import { ConfigError } from '../../core/value/typed.ts';
import { StartError } from '../startError.ts';

export interface SessionRequest {
  /** `last`, `fresh`, `daily`, `hourly`, `schedule`, or a local time `yyyy-MM-dd[ HH:mm:ss]`. `fresh` is `last` without what was saved. */
  readonly session: string;
  readonly zone: Zone;
  readonly schedule: Schedule | undefined;
  readonly now: number;
  /** The newest session that was saved of this workflow. */
  lastSaved(): number | undefined;
}

/** The session time that `--session` asks for (Run.parseSessionTime), milliseconds since 1970. */
export function sessionTime(request: SessionRequest): number {
  const { session, zone, schedule, now } = request;
  switch (session) {
    case 'hourly':
      return truncated(zone, now, 3_600_000);
    case 'daily':
      return truncated(zone, now, 86_400_000);
    case 'schedule':
      if (!schedule) throw new StartError('--session schedule is set but schedule is not set to this workflow.');
      return scheduled(schedule, now);
    case 'last':
      return request.lastSaved() ?? newSession(request);
    case 'fresh':
      return newSession(request);
    default:
      return parseLocal(session, zone);
  }
}

function newSession({ schedule, zone, now }: SessionRequest): number {
  return schedule ? scheduled(schedule, now) : truncated(zone, now, 86_400_000);
}

function scheduled(schedule: Schedule, now: number): number {
  const last = lastTime(schedule, now);
  if (last instanceof ConfigError) throw new StartError(last.message, 'config');
  if (isFinished(last)) throw new StartError('The schedule has no session any more.', 'config');
  return last.time;
}

function truncated(zone: Zone, now: number, unit: number): number {
  const local = toLocal(zone, now);
  return fromLocal(zone, Math.floor(local / unit) * unit);
}

function parseLocal(text: string, zone: Zone): number {
  const parts = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d))?$/.exec(text);
  const local = parts ? Date.parse(`${parts[1]}T${parts[2] ?? '00:00:00'}Z`) : Number.NaN;
  // Date.parse lets 30 February pass as 2 March.
  if (parts && !Number.isNaN(local) && formatDate(local) === parts[1]) return fromLocal(zone, local);
  const forms = 'hourly, daily, last, "yyyy-MM-dd", or "yyyy-MM-dd HH:mm:SS" format';
  throw new StartError(`--session must be ${forms}: ${text}`, 'config');
}
