const day = 86_400_000;
/** The third of January of year 1 to 9999: on all clocks what the formatter prints without an era and with a plain year. */
const earliest = Date.UTC(2000, 0, 2) - 730_118 * day;
const latest = Date.UTC(9999, 11, 30);
/** So many days are remembered for one zone. */
const remembered = 2000;

/**
 * The offsets of a region from this machine's time zone data, in seconds east of UTC by instant; undefined where it does not know the region.
 * Asking Intl costs microseconds, so that days without a change are remembered, by the function that is returned.
 */
export function regionOffsets(id: string): ((instant: number) => number) | undefined {
  const format = formatter(id);
  if (!format) return undefined;
  const days = new Map<number, number>();
  return (instant) => {
    const within = Math.min(Math.max(instant, earliest), latest);
    const index = Math.floor(within / day);
    const known = days.get(index);
    if (known !== undefined) return known;
    const first = offset(format, index * day);
    if (first !== offset(format, (index + 1) * day)) return offset(format, within);
    if (days.size >= remembered) days.clear();
    days.set(index, first);
    return first;
  };
}

function formatter(id: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    // Intl throws a RangeError for what it does not know; Java's list may be newer than this machine's data.
    return undefined;
  }
}

function offset(format: Intl.DateTimeFormat, instant: number): number {
  const seconds = Math.floor(instant / 1000);
  const [month = 0, date = 0, year = 0, hour = 0, minute = 0, second = 0] =
    format
      .format(seconds * 1000)
      .match(/\d+/g)
      ?.map(Number) ?? [];
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, date);
  local.setUTCHours(hour, minute, second);
  return local.getTime() / 1000 - seconds;
}
