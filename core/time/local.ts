import type { Zone } from './zone.ts';

const day = 86_400_000;

/**
 * Local times are numbers too: the milliseconds that Date.UTC gives for the local year, month, day and time. So UTC methods of Date take them apart.
 */
export function toLocal(zone: Zone, instant: number): number {
  return instant + zone.offsetAt(instant) * 1000;
}

/** As java.time.ZonedDateTime.ofLocal: a time in a gap moves forward by the gap, one that occurs twice is the first of the two. */
export function fromLocal(zone: Zone, local: number): number {
  const before = zone.offsetAt(local - day) * 1000;
  const after = zone.offsetAt(local + day) * 1000;
  const possible = [before, after]
    .map((offset) => local - offset)
    .filter((instant) => toLocal(zone, instant) === local)
    .sort((one, other) => one - other);
  return possible[0] ?? local - before;
}

/** `2026-01-02` */
export function formatDate(local: number): string {
  const date = new Date(local);
  return `${year(date)}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** `03:04:05` */
export function formatTime(local: number): string {
  const date = new Date(local);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** `2026-01-02T03:04:05+09:00`: how Digdag writes session times (yyyy-MM-dd'T'HH:mm:ssxxx, RuntimeParams.java). */
export function formatInstant(zone: Zone, instant: number): string {
  const local = toLocal(zone, instant);
  return `${formatDate(local)}T${formatTime(local)}${formatOffset(zone.offsetAt(instant), ':')}`;
}

/** `+09:00` or `+0900`; seconds of an offset are left out, as Java's patterns xxx and xx do. */
export function formatOffset(seconds: number, separator: ':' | ''): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

/** Reads `2026-01-02T03:04:05+09:00` strictly; undefined for every other text. */
export function parseInstant(text: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([+-])(\d\d):(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [, , month, date, hour, minute, second, sign, offsetHours, offsetMinutes] = parts;
  const local = Date.parse(`${text.slice(0, 19)}Z`);
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -60_000 : 60_000);
  const exists =
    !Number.isNaN(local) &&
    formatDate(local).slice(5) === `${month}-${date}` &&
    formatTime(local) === `${hour}:${minute}:${second}`;
  return exists ? local - offset : undefined;
}

/**
 * `yyyy-MM-dd[ HH:mm:ss]` on the clocks of a zone; undefined for every other text. As Java reads it a day up to the 31st that the month does not
 * have is its last one, and 24:00:00 is the next day.
 */
export function parseLocal(text: string, zone: Zone): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d:\d\d:\d\d))?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, date, time = '00:00:00'] = parts;
  const first = Date.parse(`${year}-${month}-01T${time}Z`);
  const days = Number(date);
  if (Number.isNaN(first) || days < 1 || days > 31 || year === '0000') return undefined;
  return fromLocal(zone, first + (Math.min(days, daysOf(Number(year), Number(month))) - 1) * day);
}

function daysOf(year: number, month: number): number {
  // The leap years repeat every 400 years, and Date.UTC takes years below 100 for those of the last century.
  return new Date(Date.UTC((year % 400) + 2000, month, 0)).getUTCDate();
}

function year(date: Date): string {
  const value = date.getUTCFullYear();
  const digits = String(Math.abs(value)).padStart(4, '0');
  if (value < 0) return `-${digits}`;
  return value > 9999 ? `+${digits}` : digits;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
