import { ConfigError } from '../value/typed.ts';
import type { Scheduler, ScheduleTime } from './scheduler.ts';

/** seconds_interval> (SecondsIntervalSchedulerFactory): counted from 1970 in UTC, without `start` and `end`. */
export class SecondsScheduler implements Scheduler {
  constructor(
    readonly interval: number,
    readonly delaySeconds: bigint,
  ) {}

  first(now: number): ScheduleTime | ConfigError {
    return now < 1000 ? new ConfigError('') : this.next(justBefore(now));
  }

  next(time: number): ScheduleTime | ConfigError {
    return this.#session(time, this.interval);
  }

  last(time: number): ScheduleTime | ConfigError {
    return time < 1000 ? new ConfigError('') : this.#session(justBefore(time), 0);
  }

  #session(instant: number, later: number): ScheduleTime | ConfigError {
    if (this.interval === 0) {
      return new ConfigError('/ by zero');
    }
    const seconds = Math.floor(instant / 1000);
    const time = (seconds - (seconds % this.interval) + later) * 1000;
    return { time, runTime: time + Number(this.delaySeconds) * 1000 };
  }
}

/** An instant less than a second before, and not a whole second away. */
function justBefore(instant: number): number {
  return instant % 1000 === 0 ? instant - 1 : instant;
}
