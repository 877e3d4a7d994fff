import { type Text, text } from '../text/text.ts';
import { ConfigError } from '../value/typed.ts';
import { type CronMatcher, parseCronPattern } from './cronPattern.ts';

/** A cron pattern in words; undefined where Digdag refuses it. */
export function cronWords(pattern: string): Text | undefined {
  const parsed = parseCronPattern(pattern);
  if (parsed instanceof ConfigError) return undefined;
  return parsed.map(matcherWords).reduce((all, one) => text('{0}; and {1}', all, one));
}

function matcherWords({ minute, hour, day, month, weekday }: CronMatcher): Text {
  const limits = [
    ...(weekday === 'any' ? [] : [text('on {0}', names(weekday, weekdays, 0))]),
    ...(day === 'any' ? [] : [dayWords(day)]),
    ...(month === 'any' ? [] : [text('in {0}', names(month, months, 1))]),
  ];
  return limits.reduce((all, limit) => text('{0}, {1}', all, limit), timeWords(minute, hour));
}

function timeWords(minute: CronMatcher['minute'], hour: CronMatcher['hour']): Text {
  const times = minute === 'any' || hour === 'any' ? [] : timesOf(minute, hour);
  if (times.length > 0 && times.length <= mostTimes) return text('at {0}', times.join(', '));
  const minutes = minuteWords(minute);
  const step = hour === 'any' ? 1 : stepOf(hour, 24);
  if (hour === 'any' || step === 1) return minutes;
  const hours = step === undefined ? text('in the hours {0}', ranges(hour)) : text('every {0} hours', step);
  return minute !== 'any' && minute.size === 1 && minute.has(0) && step !== undefined
    ? hours
    : text('{0}, {1}', minutes, hours);
}

/** More times of a day than these are told by their rule. */
const mostTimes = 4;

function timesOf(minute: ReadonlySet<number>, hour: ReadonlySet<number>): string[] {
  return sorted(hour).flatMap((h) => sorted(minute).map((m) => `${two(h)}:${two(m)}`));
}

function minuteWords(minute: CronMatcher['minute']): Text {
  const step = minute === 'any' ? 1 : stepOf(minute, 60);
  if (minute === 'any' || step === 1) return text('every minute');
  if (step !== undefined) return text('every {0} minutes', step);
  return minute.size === 1 && minute.has(0) ? text('every hour') : text('at minute {0} of the hour', ranges(minute));
}

/** n where the values are 0, n, 2n, … and these are even steps of the whole. */
function stepOf(values: ReadonlySet<number>, whole: number): number | undefined {
  const [first, second] = sorted(values);
  if (first !== 0 || second === undefined || whole % second !== 0) return undefined;
  return values.size === whole / second && [...values].every((value) => value % second === 0) ? second : undefined;
}

/** What cronPattern.ts writes for the last day of a month. */
const lastDay = 32;

function dayWords(day: ReadonlySet<number>): Text {
  const others = new Set([...day].filter((one) => one !== lastDay));
  if (!day.has(lastDay)) return text('on day {0} of the month', ranges(day));
  return others.size === 0
    ? text('on the last day of the month')
    : text('on day {0} and the last day of the month', ranges(others));
}

function names(values: ReadonlySet<number>, all: readonly Text[], first: number): Text {
  const texts = sorted(values).flatMap((value) => all[value - first] ?? []);
  return texts.reduce((one, other) => text('{0}, {1}', one, other));
}

/** `1, 3-5` */
function ranges(values: ReadonlySet<number>): string {
  const runs: [number, number][] = [];
  for (const value of sorted(values)) {
    const run = runs.at(-1);
    if (run && run[1] === value - 1) run[1] = value;
    else runs.push([value, value]);
  }
  return runs
    .flatMap(([from, to]) => (from === to ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from}-${to}`]))
    .join(', ');
}

function sorted(values: ReadonlySet<number>): number[] {
  return [...values].sort((a, b) => a - b);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const weekdays = [
  text('Sunday'),
  text('Monday'),
  text('Tuesday'),
  text('Wednesday'),
  text('Thursday'),
  text('Friday'),
  text('Saturday'),
];

const months = [
  text('January'),
  text('February'),
  text('March'),
  text('April'),
  text('May'),
  text('June'),
  text('July'),
  text('August'),
  text('September'),
  text('October'),
  text('November'),
  text('December'),
];
