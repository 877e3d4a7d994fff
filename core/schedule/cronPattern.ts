import { parseJavaInteger } from '../value/javaNumber.ts';
import { ConfigError } from '../value/typed.ts';

/** One of the five fields: the values at which it matches, or any. */
type Field = ReadonlySet<number> | 'any';

/** Five fields; a moment matches when all of them do: day of month AND day of week. */
export interface CronMatcher {
  readonly minute: Field;
  readonly hour: Field;
  /** 1 to 31; 32 stands for the last day of a month, `L`. */
  readonly day: Field;
  /** 1 to 12 */
  readonly month: Field;
  /** 0 (Sunday) to 6 */
  readonly weekday: Field;
}

/** What cron4j 2.2.5 calls a SchedulingPattern: patterns joined by `|`, of which any may match. */
export type CronPattern = readonly CronMatcher[];

/** Reads a pattern as cron4j does, and refuses it in cron4j's words. */
export function parseCronPattern(pattern: string): CronPattern | ConfigError {
  const parts = tokens(pattern, '|');
  if (parts.length === 0) {
    return new ConfigError(`invalid pattern: "${pattern}"`);
  }
  const matchers: CronMatcher[] = [];
  for (const part of parts) {
    const matcher = parseMatcher(part);
    if (matcher instanceof ConfigError) {
      return matcher;
    }
    matchers.push(matcher);
  }
  return matchers;
}

export function matches(field: Field, value: number): boolean {
  return field === 'any' || field.has(value);
}

/** @param month 1 to 12 */
export function matchesDay(field: Field, day: number, month: number, year: number): boolean {
  return matches(field, day) || (field !== 'any' && field.has(lastDay) && day > 27 && day === daysOfMonth(month, year));
}

/** Some day of some year that the pattern allows: else Digdag searches for ever (`0 0 30 2 *`). */
export function canFire(pattern: CronPattern): boolean {
  const leapYear = 2000;
  return pattern.some(({ day, month }) =>
    months.some(
      (m) =>
        matches(month, m) &&
        Array.from({ length: daysOfMonth(m, leapYear) }, (_, index) => index + 1).some((d) =>
          matchesDay(day, d, m, leapYear),
        ),
    ),
  );
}

const lastDay = 32;
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function daysOfMonth(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

interface FieldKind {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** A value; a text says why it is none. */
  parse(text: string): number | string;
}

const minuteKind: FieldKind = { name: 'minutes', min: 0, max: 59, parse: (text) => inRange(text, 0, 59) };
const hourKind: FieldKind = { name: 'hours', min: 0, max: 23, parse: (text) => inRange(text, 0, 23) };
const dayKind: FieldKind = {
  name: 'days of month',
  min: 1,
  max: 31,
  parse: (text) => (text.toLowerCase() === 'l' ? lastDay : inRange(text, 1, 31)),
};
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthKind: FieldKind = {
  name: 'months',
  min: 1,
  max: 12,
  parse: (text) => numberOrAlias(text, 1, 12, monthNames, 1),
};
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayKind: FieldKind = {
  name: 'days of week',
  min: 0,
  max: 7,
  parse: (text) => {
    const value = numberOrAlias(text, 0, 7, weekdayNames, 0);
    return value === 7 ? 0 : value;
  },
};

function parseMatcher(part: string): CronMatcher | ConfigError {
  const fields = tokens(part, ' \t');
  const [minute, hour, day, month, weekday] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined
  ) {
    return new ConfigError(`invalid pattern: "${part}"`);
  }
  const refused: string[] = [];
  const read = (text: string, kind: FieldKind): Field => {
    const field = parseField(text, kind);
    if (typeof field !== 'string' || field === 'any') {
      return field;
    }
    refused.push(`invalid pattern "${part}". Error parsing ${kind.name} field: ${field}.`);
    return 'any';
  };
  const matcher: CronMatcher = {
    minute: read(minute, minuteKind),
    hour: read(hour, hourKind),
    day: read(day, dayKind),
    month: read(month, monthKind),
    weekday: read(weekday, weekdayKind),
  };
  const [message] = refused;
  return message === undefined ? matcher : new ConfigError(message);
}

/** The field, or a text that says why it is none. */
function parseField(text: string, kind: FieldKind): Field | string {
  if (text === '*') {
    return 'any';
  }
  const values = new Set<number>();
  for (const element of tokens(text, ',')) {
    const local = parseElement(element, kind);
    if (typeof local === 'string') {
      return `invalid field "${text}", invalid element "${element}", ${local}`;
    }
    for (const value of local) {
      values.add(value);
    }
  }
  return values.size === 0 ? `invalid field "${text}"` : values;
}

function parseElement(text: string, kind: FieldKind): number[] | string {
  const [range, divisor, ...more] = tokens(text, '/');
  if (range === undefined || more.length > 0) {
    return 'syntax error';
  }
  const values = parseRange(range, kind);
  if (typeof values === 'string') {
    return `invalid range, ${values}`;
  }
  if (divisor === undefined) {
    return values;
  }
  const step = parseJavaInteger(divisor, 32);
  if (step === undefined) {
    return `invalid divisor "${divisor}"`;
  }
  return step < 1n ? `non positive divisor "${step}"` : values.filter((_, index) => index % Number(step) === 0);
}

function parseRange(text: string, kind: FieldKind): number[] | string {
  if (text === '*') {
    return sequence(kind.min, kind.max);
  }
  const [first, second, ...more] = tokens(text, '-');
  if (first === undefined || more.length > 0) {
    return 'syntax error';
  }
  const from = kind.parse(first);
  if (typeof from === 'string') {
    return `invalid value "${first}", ${from}`;
  }
  if (second === undefined) {
    return [from];
  }
  const to = kind.parse(second);
  if (typeof to === 'string') {
    return `invalid value "${second}", ${to}`;
  }
  return from <= to ? sequence(from, to) : [...sequence(from, kind.max), ...sequence(kind.min, to)];
}

function numberOrAlias(
  text: string,
  min: number,
  max: number,
  names: readonly string[],
  offset: number,
): number | string {
  const value = inRange(text, min, max);
  if (typeof value === 'number') {
    return value;
  }
  const index = names.indexOf(text.toLowerCase());
  return index < 0 ? `invalid alias "${text}"` : index + offset;
}

function inRange(text: string, min: number, max: number): number | string {
  const value = parseJavaInteger(text, 32);
  if (value === undefined) {
    return 'invalid integer value';
  }
  return value < min || value > max ? 'value out of range' : Number(value);
}

/** Java's StringTokenizer: no empty tokens. */
function tokens(text: string, delimiters: string): string[] {
  return text.split(new RegExp(`[${delimiters}]`)).filter((token) => token !== '');
}

function sequence(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
