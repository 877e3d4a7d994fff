import { toLocal } from '../time/local.ts';
import { utc, type Zone } from '../time/zone.ts';

/** What a wall clock shows. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 0 (Sunday) to 6 */
  readonly weekday: number;
}

/** @param instant milliseconds since 1970 */
export function wallTime(zone: Zone, instant: number): WallTime {
  const local = new Date(toLocal(zone, instant));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

const day = 86_400_000;

/**
 * The instant at which a wall clock shows a time, as java.util.GregorianCalendar takes it: a time that a change of offsets skips counts with
 * the offset before (02:30 becomes 03:30), one that comes twice counts with the offset behind, and so is the later one.
 * @param local milliseconds of the wall time as if it were UTC
 */
export function calendarInstant(zone: Zone, local: number): number {
  const before = zone.offsetAt(local - day) * 1000;
  const behind = zone.offsetAt(local + day) * 1000;
  return zone.offsetAt(local - behind) * 1000 === behind ? local - behind : local - before;
}

/**
 * The zone that cron4j counts in: java.util.TimeZone knows places, and offsets as `+09:00` or `GMT+09:00`; to all other zones (`UTC+09:00`,
 * `UT+09:00`, offsets with seconds) it gives GMT without a word. Tried with JDK 17.
 */
export function calendarZone(zone: Zone): Zone {
  return zone.region || /^(?:GMT)?[+-]\d\d:\d\d$/.test(zone.id) ? zone : utc;
}
