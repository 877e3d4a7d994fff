import { JavaError } from './javaError.ts';

const form =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(?:Z|([-+])(\d\d?)(?::(\d\d)?)?))?)?$/;

/** The text of `!!timestamp` as Jackson writes a date: milliseconds since 1970. Fields beyond their range carry over, as in Java's Calendar. */
export function readTimestamp(text: string): number | JavaError {
  const match = form.exec(text);
  if (!match) return new JavaError('YAMLException', `Unexpected timestamp: ${text}`);
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hours, minutes, seconds, Math.round(Number(`0.${match[7] || '0'}`) * 1000));
  return date.getTime() - zoneOffset(match[8], match[9], match[10]);
}

function zoneOffset(sign = '+', hours = '0', minutes = '0'): number {
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  if (Number(hours) > 23 || Number(minutes) > 59) return 0;
  return sign === '-' ? -offset : offset;
}
