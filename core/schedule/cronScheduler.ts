import type { Zone } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import { calendarZone } from './calendar.ts';
import { nextFiring } from './cron.ts';
import { type CronPattern, canFire, parseCronPattern } from './cronPattern.ts';
import type { Period } from './period.ts';
import { type Scheduler, type ScheduleTime, scheduleEnd } from './scheduler.ts';

const second = 1000;

/**
 * What stands behind all schedulers but seconds_interval> (CronScheduler): a pattern gives the session times, and each session starts some
 * seconds after its time.
 */
export function cronScheduler(
  pattern: string,
  zone: Zone,
  delaySeconds: bigint,
  period: Period,
): Scheduler | ConfigError {
  const parsed = parseCronPattern(pattern);
  return parsed instanceof ConfigError
    ? parsed
    : new CronScheduler(pattern, parsed, calendarZone(zone), Number(delaySeconds) * second, period);
}

class CronScheduler implements Scheduler {
  readonly #delay: number;
  readonly #next: (instant: number) => number | undefined;

  constructor(
    readonly text: string,
    pattern: CronPattern,
    zone: Zone,
    delay: number,
    readonly period: Period,
  ) {
    this.#delay = delay;
    this.#next = canFire(pattern) ? (instant) => nextFiring(pattern, instant, zone) : () => undefined;
  }

  first(now: number): ScheduleTime | ConfigError {
    const seconds = Math.floor(now / second) * second;
    return this.next((seconds === now ? seconds - second : seconds) - this.#delay);
  }

  next(time: number): ScheduleTime | ConfigError {
    const next = this.#nextInPeriod(time);
    if (next === undefined) {
      return this.#never();
    }
    return { time: next, runTime: next >= scheduleEnd ? next : next + this.#delay };
  }

  /** Counts back by the distance of the two sessions behind `time`, as Digdag does: behind a gap it may meet a time of no session. */
  last(time: number): ScheduleTime | ConfigError {
    const next = this.#next(time);
    const nextButOne = next === undefined ? undefined : this.#next(next);
    if (next === undefined || nextButOne === undefined) {
      return this.#never();
    }
    let before = time - 2 * (nextButOne - next);
    for (let behind = this.#next(before); behind !== undefined && behind < time; behind = this.#next(before)) {
      before = behind;
    }
    return { time: before, runTime: before + this.#delay };
  }

  #nextInPeriod(time: number): number | undefined {
    const next = this.#next(time);
    if (next === undefined) {
      return undefined;
    }
    const { start, end } = this.period;
    const runTime = next + this.#delay;
    if (end !== undefined && end <= runTime) {
      return scheduleEnd;
    }
    return start !== undefined && start > runTime ? this.#next(start - second) : next;
  }

  #never(): ConfigError {
    return new ConfigError(
      `The schedule never fires: no date matches "${this.text}", and Digdag would search for ever`,
    );
  }
}
