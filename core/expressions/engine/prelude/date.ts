/**
 * Runs inside the sandbox: Date in the workflow's zone, as GraalJS 19.3 computes and prints it. Self-contained: it is sent there as text.
 * @param local the offset of local times at an instant, milliseconds, and @param offsetOf1970 the part of it that never changes
 * @param shown the offset that texts show, and @param zoneName the zone's short name in them
 * @param read what a text says, as JSON: see dateText.ts
 */
export function installDate(
  global: object,
  local: (instant: number) => number,
  offsetOf1970: () => number,
  shown: (instant: number) => number,
  zoneName: (instant: number) => string,
  read: (text: string) => string,
): void {
  const Native = Date;
  const { isNaN: notANumber } = Number; // ES5 has none: it is taken away later
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
  const four = (value: number): string =>
    value < 0 ? `-${four(-value)}` : `000${value}`.slice(-Math.max(4, String(value).length));
  /** An instant whose UTC fields are the local ones. */
  const toLocal = (instant: number): Date => new Native(instant + local(instant));
  /** As JSDate.utc: the daylight time is that of the instant that the offset of 1970 gives. */
  const fromLocal = (time: number): number => {
    if (notANumber(time)) return NaN;
    return time - local(time - offsetOf1970());
  };
  const { parse: fromJson } = JSON;
  const parse = (text: string): number => {
    const found = fromJson(read(text)) as { fields: number[]; offset?: number } | null;
    if (!found) return NaN;
    const [year = 0, month = 1, day = 1, hour, minute, second, millisecond] = found.fields;
    const date = new Native(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour as number, minute, second, millisecond);
    const time = date.getTime();
    return found.offset === undefined ? fromLocal(time) : time - found.offset * 60000;
  };
  /** The instant of UTC fields, given as the constructor takes them. */
  const fields = (given: unknown[]): number => {
    const [year = NaN, month = 0, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = given.map(Number);
    const whole = year < 0 ? Math.ceil(year) : Math.floor(year);
    const date = new Native(0);
    date.setUTCFullYear(whole >= 0 && whole <= 99 ? 1900 + whole : whole, month, day);
    date.setUTCHours(hour, minute, second, millisecond);
    return date.getTime();
  };
  const prototype = Native.prototype;
  function GraalDate(this: unknown, ...given: unknown[]): unknown {
    if (!(this instanceof GraalDate)) return new Native().toString();
    if (given.length === 0) return new Native();
    if (given.length > 1) return new Native(fromLocal(fields(given)));
    const only: unknown = given[0];
    const value: unknown = only instanceof Native ? only.getTime() : Object(only) === only ? primitive(only) : only;
    return new Native(typeof value === 'string' ? parse(value) : Number(value));
  }
  const primitive = (object: unknown): unknown => {
    const own = object as { valueOf(): unknown; toString(): string };
    const value = own.valueOf();
    return Object(value) === value ? String(object) : value;
  };
  const define = (holder: object, name: string, value: unknown): void => {
    Object.defineProperty(holder, name, { value, configurable: true, enumerable: false, writable: true });
  };
  Object.defineProperty(GraalDate, 'prototype', { value: prototype, writable: false });
  define(GraalDate, 'UTC', (...given: unknown[]) => fields(given));
  define(GraalDate, 'now', Native.now);
  define(GraalDate, 'parse', (text: unknown) => parse(String(text)));
  Object.defineProperty(GraalDate, 'name', { value: 'Date', configurable: true });
  Object.defineProperty(GraalDate, 'length', { value: 7, configurable: true });
  define(prototype, 'constructor', GraalDate);
  for (const field of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const getter = (prototype as never)[`getUTC${field}`] as (this: Date) => number;
    define(prototype, `get${field}`, function (this: Date) {
      const instant = this.getTime();
      return notANumber(instant) ? NaN : getter.call(toLocal(instant));
    });
    const setter = (prototype as never)[`setUTC${field}`] as ((this: Date, ...values: unknown[]) => number) | undefined;
    if (!setter) continue;
    define(prototype, `set${field}`, function (this: Date, ...values: unknown[]) {
      const instant = this.getTime();
      const date = notANumber(instant) ? new Native(field === 'FullYear' ? 0 : NaN) : toLocal(instant);
      setter.apply(date, values);
      return this.setTime(fromLocal(date.getTime()));
    });
  }
  define(prototype, 'getYear', function (this: Date) {
    return this.getFullYear() - 1900;
  });
  define(prototype, 'setYear', function (this: Date, year: unknown) {
    const value = Number(year);
    if (notANumber(value)) return this.setTime(NaN);
    return this.setFullYear(value >= 0 && value <= 99 ? value + 1900 : value);
  });
  define(prototype, 'getTimezoneOffset', function (this: Date) {
    const instant = this.getTime();
    return notANumber(instant) ? NaN : -local(instant) / 60000;
  });
  const clockText = (date: Date): string =>
    `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const dateText = (date: Date): string =>
    `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${two(date.getUTCDate())} ${four(date.getUTCFullYear())}`;
  const timeText = (date: Date, instant: number): string => {
    const minutes = shown(instant) / 60000;
    const size = Math.floor(Math.abs(minutes));
    const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
    return `${clockText(date)} GMT${offset} (${zoneName(instant)})`;
  };
  const bothText = (date: Date, instant: number): string => `${dateText(date)} ${timeText(date, instant)}`;
  const texts: Record<string, (date: Date, instant: number) => string> = {
    toString: bothText,
    toLocaleString: bothText,
    toDateString: dateText,
    toTimeString: timeText,
    toLocaleDateString: (date) =>
      `${four(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`,
    toLocaleTimeString: clockText,
  };
  for (const name of Object.keys(texts)) {
    define(prototype, name, function (this: Date) {
      const instant = this.getTime();
      return notANumber(instant) ? 'Invalid Date' : texts[name]?.(new Native(instant + shown(instant)), instant);
    });
  }
  const toIso = prototype.toISOString;
  define(prototype, 'toISOString', function (this: Date) {
    if (notANumber(this.getTime())) throw new RangeError('time value is not a finite number');
    return toIso.call(this);
  });
  define(global, 'Date', GraalDate);
}
