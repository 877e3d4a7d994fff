import { type Text, text } from '../text/text.ts';
import { formatInstant } from '../time/local.ts';
import type { Zone } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import { nextTimes, type Schedule } from './schedule.ts';

/** A session that a schedule will start; times as Digdag writes `session_time`, in the workflow's zone. */
export interface UpcomingSession {
  readonly time: string;
  readonly runTime: string;
}

/** How many sessions of a schedule are told. */
const most = 5;

/** The next sessions of a schedule; a text where there are none. */
export function upcoming(schedule: Schedule, zone: Zone, now: number): readonly UpcomingSession[] | Text {
  const times = nextTimes(schedule, now, most);
  if (times instanceof ConfigError) return text('{0}', times.message);
  if (times.length === 0) return text('The schedule has no session any more.');
  return times.map(({ time, runTime }) => ({ time: formatInstant(zone, time), runTime: formatInstant(zone, runTime) }));
}
