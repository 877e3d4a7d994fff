import type { Zone } from '../time/zone.ts';
import { calendarInstant, type WallTime, wallTime } from './calendar.ts';
import { type CronMatcher, type CronPattern, matches, matchesDay } from './cronPattern.ts';

const minute = 60_000;
/** A 29 February of a certain weekday comes within 40 years. */
const yearsToSearch = 50;

/**
 * The first minute behind `instant` at which the pattern fires, as cron4j's Predictor finds it: it counts wall clock times, and asks the
 * calendar last, so that a time that daylight saving skips fires an hour later.
 * @param instant milliseconds since 1970, as all instants here
 * @returns undefined where it never fires
 */
export function nextFiring(pattern: CronPattern, instant: number, zone: Zone): number | undefined {
  const from = Math.trunc(instant / minute) * minute + minute;
  const wall = wallTime(zone, from);
  if (pattern.some((matcher) => fires(matcher, wall))) {
    return from;
  }
  let first: number | undefined;
  for (const matcher of pattern) {
    const found = search(matcher, wall, zone);
    if (found !== undefined && (first === undefined || found < first)) {
      first = found;
    }
  }
  return first;
}

function fires(matcher: CronMatcher, wall: WallTime): boolean {
  return (
    matches(matcher.minute, wall.minute) &&
    matches(matcher.hour, wall.hour) &&
    matchesDay(matcher.day, wall.day, wall.month, wall.year) &&
    matches(matcher.month, wall.month) &&
    matches(matcher.weekday, wall.weekday)
  );
}

/** A wall time that may not exist (31 February), as the search counts it. */
type Candidate = { -readonly [field in Exclude<keyof WallTime, 'weekday'>]: number };

function search(matcher: CronMatcher, from: WallTime, zone: Zone): number | undefined {
  const at: Candidate = { ...from };
  while (at.year <= from.year + yearsToSearch) {
    toMatchingMonth(matcher, at, from.year + yearsToSearch);
    const local = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute);
    const instant = calendarInstant(zone, local);
    const wall = wallTime(zone, instant);
    const { year, month, day } = at;
    Object.assign(at, { year: wall.year, month: wall.month, day: wall.day });
    if (wall.year === year && wall.month === month && wall.day === day) {
      if (matches(matcher.weekday, wall.weekday)) {
        return toMinute(instant);
      }
      toNextDay(at);
    }
  }
  return undefined;
}

/** cron4j cuts off the seconds of the clock at which it is asked by a division that goes towards 1970: before, a minute comes off too few. */
function toMinute(instant: number): number {
  return Math.trunc((instant + 1) / minute) * minute;
}

function toMatchingMonth(matcher: CronMatcher, at: Candidate, lastYear: number): void {
  do {
    toMatchingDay(matcher, at, lastYear);
    if (matches(matcher.month, at.month)) {
      return;
    }
    Object.assign(at, { month: at.month + 1, day: 1, hour: 0, minute: 0 });
  } while (at.year <= lastYear);
}

function toMatchingDay(matcher: CronMatcher, at: Candidate, lastYear: number): void {
  for (;;) {
    toMatchingHour(matcher, at);
    carry(at);
    if (matchesDay(matcher.day, at.day, at.month, at.year) || at.year > lastYear) {
      return;
    }
    Object.assign(at, { day: at.day + 1, hour: 0, minute: 0 });
  }
}

function toMatchingHour(matcher: CronMatcher, at: Candidate): void {
  for (;;) {
    toMatchingMinute(matcher, at);
    if (at.hour > 23) {
      Object.assign(at, { hour: 0, day: at.day + 1 });
    }
    if (matches(matcher.hour, at.hour)) {
      return;
    }
    Object.assign(at, { hour: at.hour + 1, minute: 0 });
  }
}

function toMatchingMinute(matcher: CronMatcher, at: Candidate): void {
  while (!matches(matcher.minute, at.minute)) {
    at.minute++;
    if (at.minute > 59) {
      Object.assign(at, { minute: 0, hour: at.hour + 1 });
    }
  }
}

function toNextDay(at: Candidate): void {
  Object.assign(at, { day: at.day + 1, hour: 0, minute: 0 });
  carry(at);
}

/** Every month counts 31 days here; the calendar finds out later. */
function carry(at: Candidate): void {
  if (at.day > 31) {
    Object.assign(at, { day: 1, month: at.month + 1 });
  }
  if (at.month > 12) {
    Object.assign(at, { month: 1, year: at.year + 1 });
  }
}
