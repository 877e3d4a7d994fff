import { type Member, method, property } from './member.ts';

// moment.js 2.21.0, the version that Digdag's expressions see; members.test.ts asks it whether all of this exists.

/** The members of a moment. */
export const momentMembers: readonly Member[] = [
  method('add', 'amount, unit', 'moment', 'Moves the time forward, as in add(1, "days").'),
  method('subtract', 'amount, unit', 'moment', 'Moves the time back, as in subtract(2, "hours").'),
  method('format', 'format?', 'string', 'The time as a text, as in format("YYYY-MM-DD"); ISO 8601 without a format.'),
  method('startOf', 'unit', 'moment', 'Moves to the first millisecond of a unit, as in startOf("month").'),
  method('endOf', 'unit', 'moment', 'Moves to the last millisecond of a unit, as in endOf("month").'),
  method('unix', '', 'number', 'Seconds since 1970.'),
  method('valueOf', '', 'number', 'Milliseconds since 1970.'),
  method('utc', '', 'moment', 'Shows the same instant in UTC.'),
  method('local', '', 'moment', 'Shows the same instant in the time zone of the workflow.'),
  method(
    'utcOffset',
    'offset?',
    'number',
    'Minutes from UTC; with an offset such as "+09:00" shows the instant there.',
  ),
  method('diff', 'other, unit?, exact?', 'number', 'How far it is behind another time, in milliseconds or the unit.'),
  method('clone', '', 'moment', 'A copy: add and others change the moment itself.'),
  method('isBefore', 'other, unit?', 'boolean', 'Whether it is earlier.'),
  method('isAfter', 'other, unit?', 'boolean', 'Whether it is later.'),
  method('isSame', 'other, unit?', 'boolean', 'Whether it is the same time, to the unit.'),
  method('isSameOrBefore', 'other, unit?', 'boolean', 'Whether it is the same time or earlier.'),
  method('isSameOrAfter', 'other, unit?', 'boolean', 'Whether it is the same time or later.'),
  method('isBetween', 'from, to, unit?, inclusivity?', 'boolean', 'Whether it lies between two times.'),
  method('isValid', '', 'boolean', 'Whether the text that it was made from is a time.'),
  method('isLeapYear', '', 'boolean', 'Whether its year has 366 days.'),
  method('isDST', '', 'boolean', 'Whether daylight saving time is on.'),
  method('year', 'value?', 'number', 'The year; with a value sets it.'),
  method('quarter', 'value?', 'number', 'The quarter, 1 to 4; with a value sets it.'),
  method('month', 'value?', 'number', 'The month, 0 to 11; with a value sets it.'),
  method('week', 'value?', 'number', 'The week of the year, as the locale counts; with a value sets it.'),
  method('isoWeek', 'value?', 'number', 'The ISO week of the year; with a value sets it.'),
  method('isoWeekYear', 'value?', 'number', 'The year that the ISO week belongs to.'),
  method('date', 'value?', 'number', 'The day of the month, 1 to 31; with a value sets it.'),
  method('day', 'value?', 'number', 'The day of the week, 0 (Sunday) to 6; with a value sets it.'),
  method('isoWeekday', 'value?', 'number', 'The day of the week, 1 (Monday) to 7; with a value sets it.'),
  method('dayOfYear', 'value?', 'number', 'The day of the year, 1 to 366; with a value sets it.'),
  method('hour', 'value?', 'number', 'The hour, 0 to 23; with a value sets it.'),
  method('minute', 'value?', 'number', 'The minute, 0 to 59; with a value sets it.'),
  method('second', 'value?', 'number', 'The second, 0 to 59; with a value sets it.'),
  method('millisecond', 'value?', 'number', 'The millisecond, 0 to 999; with a value sets it.'),
  method('get', 'unit', 'number', 'The value of a unit, as in get("hour").'),
  method('set', 'unit, value', 'moment', 'Sets a unit, as in set("hour", 9).'),
  method('daysInMonth', '', 'number', 'How many days its month has.'),
  method('weeksInYear', '', 'number', 'How many weeks its year has.'),
  method('isoWeeksInYear', '', 'number', 'How many ISO weeks its year has.'),
  method('fromNow', 'withoutSuffix?', 'string', 'How long ago it is, in words; depends on when the task runs.'),
  method('from', 'other, withoutSuffix?', 'string', 'The distance from another time, in words.'),
  method('to', 'other, withoutSuffix?', 'string', 'The distance to another time, in words.'),
  method('calendar', 'reference?', 'string', 'The time in words relative to a day, such as Yesterday at 2:30 AM.'),
  method('locale', 'name?', 'string', 'The language of names of months and days; with a name sets it.'),
  method('toDate', '', 'date', 'A Date of JavaScript.'),
  method('toArray', '', 'array', 'Year, month, day, hours, minutes, seconds and milliseconds.'),
  method('toObject', '', 'object', 'An object of years, months, date, hours, minutes, seconds and milliseconds.'),
  method('toISOString', 'keepOffset?', 'string', 'ISO 8601 in UTC, as 2026-01-31T00:00:00.000Z.'),
  method('toJSON', '', 'string', 'ISO 8601 in UTC.'),
  method('toString', '', 'string', 'The time in English, as Sat Jan 31 2026 00:00:00 GMT+0900.'),
];

/** The members of `moment` itself. */
export const momentStatics: readonly Member[] = [
  method('utc', 'time?, format?', 'moment', 'A time in UTC.'),
  method('unix', 'seconds', 'moment', 'The time so many seconds after 1970, as moment.unix(session_unixtime).'),
  method('duration', 'amount, unit?', 'duration', 'A time span, as moment.duration(90, "minutes").'),
  method('parseZone', 'time', 'moment', 'A time that keeps the offset that it is written with.'),
  method('min', 'times', 'moment', 'The earliest of some times.'),
  method('max', 'times', 'moment', 'The latest of some times.'),
  method('isMoment', 'value', 'boolean', 'Whether a value is a moment.'),
  method('months', '', 'array', 'The names of the months.'),
  method('weekdays', '', 'array', 'The names of the days of the week.'),
];

/** The members of a duration. */
export const durationMembers: readonly Member[] = [
  method('asDays', '', 'number', 'The whole span in days.'),
  method('asHours', '', 'number', 'The whole span in hours.'),
  method('asMinutes', '', 'number', 'The whole span in minutes.'),
  method('asSeconds', '', 'number', 'The whole span in seconds.'),
  method('asMilliseconds', '', 'number', 'The whole span in milliseconds.'),
  method('as', 'unit', 'number', 'The whole span in a unit.'),
  method('days', '', 'number', 'The part of days.'),
  method('hours', '', 'number', 'The part of hours.'),
  method('minutes', '', 'number', 'The part of minutes.'),
  method('seconds', '', 'number', 'The part of seconds.'),
  method('humanize', 'withSuffix?', 'string', 'The span in words.'),
  method('toISOString', '', 'string', 'ISO 8601, as PT1H30M.'),
];

/** Units of time that moment takes. */
export const timeUnits = [
  'years',
  'quarters',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
] as const;

/** Formats that workflows use most, most common first. */
export const timeFormats = [
  'YYYY-MM-DD',
  'YYYYMMDD',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DDTHH:mm:ssZ',
  'YYYY/MM/DD',
  'YYYYMM',
  'YYYY-MM',
  'YYYY',
  'MM',
  'DD',
  'HH',
  'HH:mm',
  'HHmmss',
  'X',
  'ddd',
  'E',
  'GGGG-[W]WW',
] as const;

export const momentProperty = property('moment', 'any', 'moment.js: times that can be moved and written in any form.');
