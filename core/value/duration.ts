/**
 * A duration such as `1d 2h 30m 10s` (io.digdag.util.Durations): any of the four parts in this order, upper or lower case.
 * @returns seconds; undefined where Digdag finds none
 */
export function parseDuration(text: string): number | undefined {
  const parts = /^[ \t\n\v\f\r]*(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m)?\s*(?:(\d+)\s*s)?\s*$/i.exec(text);
  if (parts === null || parts.slice(1).every((part) => part === undefined)) {
    return undefined;
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
