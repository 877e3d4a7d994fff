/** Java counts a duration's seconds in a long. */
const longest = 2n ** 63n - 1n;

/**
 * A duration such as `1d 2h 30m 10s` (io.digdag.util.Durations): any of the four parts in this order, upper or lower case.
 * @returns seconds; undefined where Digdag finds none
 */
export function parseDuration(text: string): number | undefined {
  const parts = /^[ \t\n\v\f\r]*(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m)?\s*(?:(\d+)\s*s)?\s*$/i.exec(text);
  if (parts === null || parts.slice(1).every((part) => part === undefined)) {
    return undefined;
  }
  const [days = 0n, hours = 0n, minutes = 0n, seconds = 0n] = parts.slice(1).map((part) => BigInt(part ?? 0));
  const whole = ((days * 24n + hours) * 60n + minutes) * 60n + seconds;
  return whole > longest ? undefined : Number(whole);
}
