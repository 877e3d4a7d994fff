import type { ScheduledSessions } from '../expressions/session.ts';
import type { Zone } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { readSchedule, type Schedule } from './schedule.ts';
import { type SessionRefusal, sessionTime } from './sessionTime.ts';

/** A session of a workflow that is looked at, and not run. */
export interface ChosenSession {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly zone: Zone;
  /** Undefined also where Digdag cannot read it. */
  readonly schedule: Schedule | undefined;
  /** Those before and after it. */
  readonly around: ScheduledSessions | undefined;
  /** Why there is no session as it was asked for; `time` is then that of a run without wishes. */
  readonly refusal: SessionRefusal | undefined;
}

/**
 * @param config the map of the whole file
 * @param session as `--session` takes it: see sessionTime.ts
 * @param now milliseconds since 1970
 * @param lastSaved the newest session that was saved of the workflow, for `last`
 */
export function chosenSession(
  config: ConfigMap,
  zone: Zone,
  session: string,
  now: number,
  lastSaved: () => number | undefined,
): ChosenSession {
  const read = readSchedule(config, zone);
  const schedule = read instanceof ConfigError ? undefined : read;
  const timeOf = (asked: string) => sessionTime({ session: asked, zone, schedule, now, lastSaved });
  const asked = timeOf(session);
  const [time = 0] = [asked, timeOf('fresh'), timeOf('daily')].filter((found) => typeof found === 'number');
  const refusal = typeof asked === 'number' ? undefined : asked;
  return { time, zone, schedule, around: schedule && neighbours(schedule, time), refusal };
}

function neighbours({ scheduler }: Schedule, time: number): ScheduledSessions | undefined {
  const next = scheduler.next(time);
  const last = scheduler.last(time);
  if (next instanceof ConfigError || last instanceof ConfigError) return undefined;
  return { lastSessionTime: last.time, nextSessionTime: next.time };
}
