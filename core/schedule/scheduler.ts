import type { ConfigError } from '../value/typed.ts';

/** A session: its time, and when it starts. Milliseconds since 1970. */
export interface ScheduleTime {
  readonly time: number;
  readonly runTime: number;
}

/** When a workflow runs (io.digdag.spi.Scheduler). All instants are milliseconds since 1970. */
export interface Scheduler {
  /** The first session that starts at `now` or later. */
  first(now: number): ScheduleTime | ConfigError;
  /** The session behind the one of that time. */
  next(time: number): ScheduleTime | ConfigError;
  /** The session before the one of that time. */
  last(time: number): ScheduleTime | ConfigError;
}

/** What Digdag gives where no session is left: 9999-01-01 (BaseScheduler). */
export const scheduleEnd = 253_370_764_800_000;

export function isFinished(session: ScheduleTime): boolean {
  return session.time >= scheduleEnd;
}
