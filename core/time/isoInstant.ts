const form =
  /^([+-]?\d{4,9})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{0,9}))?)?(Z|[+-]\d\d:\d\d(?::\d\d)?)(?:\[[^\]]+\])?$/i;

/**
 * The instant of an ISO time as Digdag reads one out of a config: `2026-01-02T03:04[:05[.006]]+09:00` or with `Z`, behind it a zone in square
 * brackets, which changes nothing (JacksonTimeModule: DateTimeFormatter.ISO_DATE_TIME).
 * @returns milliseconds since 1970, the rest cut off; undefined where the text is none, or lacks the offset
 */
export function parseIsoInstant(text: string): number | undefined {
  const parts = form.exec(text);
  if (!parts) return undefined;
  const [, year = '', month, day, hour, minute, second = '0', fraction = '', offset = 'Z'] = parts;
  // Java wants the sign exactly where a year has more than four digits.
  if (year.replace(/^[+-]/, '').length > 4 !== year.startsWith('+') && !year.startsWith('-')) return undefined;
  const numbers = [month, day, hour, minute, second].map(Number);
  const [months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), months - 1, days);
  date.setUTCHours(hours, minutes, seconds, Number(fraction.padEnd(3, '0').slice(0, 3)));
  const found = [
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  const exists = found.every((value, index) => value === numbers[index]);
  const shift = offsetOf(offset);
  return exists && shift !== undefined ? date.getTime() - shift : undefined;
}

/** Milliseconds; undefined where it is beyond 18 hours. */
function offsetOf(text: string): number | undefined {
  if (/^z$/i.test(text)) return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  const total = (hours * 60 + minutes) * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > 18 * 3600) return undefined;
  return (text.startsWith('-') ? -total : total) * 1000;
}
