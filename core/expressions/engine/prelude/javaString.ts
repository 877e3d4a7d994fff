/**
 * Runs inside the sandbox: Digdag's engine offers the methods of Java's String on texts (js.nashorn-compat). Those of JavaScript win where both
 * have a name. Self-contained: it is sent there as text.
 */
export function addJavaStringMethods(global: object): void {
  const text = (value: unknown): string => {
    if (value === null || value === undefined) throw new TypeError('invoke failed due to: NullPointerException');
    return String(value);
  };
  const regex = (pattern: unknown, flags: string): RegExp => {
    if (typeof pattern === 'object')
      throw new TypeError('execute on foreign object failed due to: UnsupportedTypeException');
    // Java's possessive quantifiers, \A, \z and \Z have no like in JavaScript's expressions or are written otherwise.
    const source = String(pattern)
      .replace(/\\A/g, '^')
      .replace(/\\[zZ]/g, '$')
      .replace(/\\h/g, '[ \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]')
      .replace(/\\p\{Alpha\}/g, '[a-zA-Z]')
      .replace(/\\p\{Digit\}/g, '[0-9]')
      .replace(/\\p\{Alnum\}/g, '[a-zA-Z0-9]')
      .replace(/\\p\{Punct\}/g, '[!-\\/:-@\\[-`{-~]')
      .replace(/\\p\{(?:Lower)\}/g, '[a-z]')
      .replace(/\\p\{(?:Upper)\}/g, '[A-Z]')
      .replace(/\\p\{(?:Space)\}/g, '\\s');
    const inline = /^\(\?([ims]+)\)/.exec(source);
    return new RegExp(inline ? source.slice(inline[0].length) : source, flags + (inline?.[1] ?? ''));
  };
  const replacement = (value: unknown): string =>
    text(value).replace(/\\(.)|\$(?=$|[^0-9{])/g, (_, c) => (c === '$' ? '$$' : (c ?? '$$')));
  /** Character.isWhitespace. */
  const isSpace = (character: string): boolean => {
    const code = character.charCodeAt(0);
    return (
      (code >= 9 && code <= 13) ||
      (code >= 28 && code <= 32) ||
      (code > 160 && code !== 8199 && code !== 8239 && /[\s]/.test(character) && code !== 65279)
    );
  };
  const strip = (value: string, leading: boolean, trailing: boolean): string => {
    let start = 0;
    let end = value.length;
    while (leading && start < end && isSpace(value.charAt(start))) start++;
    while (trailing && end > start && isSpace(value.charAt(end - 1))) end--;
    return value.slice(start, end);
  };
  const index = (value: string, position: unknown, most: number): number => {
    const at = Number(position);
    if (!(at >= 0 && at <= most))
      throw new TypeError(`invoke failed due to: StringIndexOutOfBoundsException: ${at} of ${value.length}`);
    return at;
  };
  const compare = (one: string, other: string): number => {
    const length = Math.min(one.length, other.length);
    for (let at = 0; at < length; at++) {
      if (one.charCodeAt(at) !== other.charCodeAt(at)) return one.charCodeAt(at) - other.charCodeAt(at);
    }
    return one.length - other.length;
  };
  const lines = (value: string): string[] => {
    const found = value.split(/\r\n|\r|\n/);
    if (found[found.length - 1] === '') found.pop();
    return found;
  };
  const hash = (value: string): number => {
    let code = 0;
    for (let at = 0; at < value.length; at++) code = (code * 31 + value.charCodeAt(at)) | 0;
    return code;
  };
  const repeat = (value: string, count: unknown): string => {
    const times = Number(count);
    if (times < 0) throw new TypeError(`invoke failed due to: IllegalArgumentException: count is negative: ${times}`);
    if (value.length * times > 0x7fffffff) throw new RangeError('Invalid string length');
    let result = '';
    for (let at = 0; at < times; at++) result += value;
    return result;
  };
  /** A Java stream of a text's lines or characters, as far as someone would use one. */
  const stream = (items: unknown[]): object => {
    const methods = {
      count: () => items.length,
      toArray: () => items.slice(),
      forEach: (action: (item: unknown) => void) => {
        for (let at = 0; at < items.length; at++) action(items[at]);
      },
    };
    for (const name of Object.keys(methods)) Object.defineProperty(methods, name, { enumerable: false });
    return methods;
  };
  const format = (pattern: string, values: unknown[]): string => {
    let next = 0;
    return pattern.replace(
      /%(\d+\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g,
      (_, position, flags, width, precision, kind) => {
        if (kind === 'n') return '\n';
        if (kind === '%') return '%';
        const value = values[position ? Number.parseInt(position, 10) - 1 : next++];
        let shown = String(value === undefined ? null : value);
        if (kind === 'd') shown = String(Number(value) < 0 ? Math.ceil(Number(value)) : Math.floor(Number(value)));
        if (kind === 'x' || kind === 'X') shown = (Number(value) >>> 0).toString(16);
        if (kind === 'o') shown = (Number(value) >>> 0).toString(8);
        if (kind === 'f') shown = Number(value).toFixed(precision === undefined ? 6 : Number(precision));
        if (kind === 'e')
          shown = Number(value)
            .toExponential(precision === undefined ? 6 : Number(precision))
            .replace(/e([+-])(\d)$/, 'e$10$2');
        if (kind === 's' && precision !== undefined) shown = shown.slice(0, Number(precision));
        if (flags.indexOf(',') >= 0) shown = shown.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
        if (flags.indexOf('+') >= 0 && Number(value) >= 0) shown = `+${shown}`;
        if (/[A-Z]/.test(kind)) shown = shown.toUpperCase();
        const missing = Number(width ?? 0) - shown.length;
        if (missing <= 0) return shown;
        if (flags.indexOf('-') >= 0) return shown + repeat(' ', missing);
        if (flags.indexOf('0') < 0) return repeat(' ', missing) + shown;
        const sign = /^[+-]/.exec(shown)?.[0] ?? '';
        return sign + repeat('0', missing) + shown.slice(sign.length);
      },
    );
  };
  const methods: Record<string, (this: unknown, ...given: unknown[]) => unknown> = {
    codePointAt(at) {
      const value = text(this);
      const high = value.charCodeAt(index(value, at, value.length - 1));
      const low = value.charCodeAt(Number(at) + 1);
      const pair = high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
      return pair ? (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : high;
    },
    codePointCount(from, to) {
      return text(this)
        .slice(Number(from), Number(to))
        .replace(/[\ud800-\udbff][\udc00-\udfff]/g, '_').length;
    },
    compareTo(other) {
      return compare(text(this), text(other));
    },
    compareToIgnoreCase(other) {
      return compare(text(this).toUpperCase().toLowerCase(), text(other).toUpperCase().toLowerCase());
    },
    contains(part) {
      return text(this).indexOf(text(part)) >= 0;
    },
    contentEquals(other) {
      return text(this) === text(other);
    },
    endsWith(part) {
      const value = text(this);
      const end = text(part);
      return end.length <= value.length && value.slice(value.length - end.length) === end;
    },
    equals(other) {
      return typeof other === 'string' && text(this) === other;
    },
    equalsIgnoreCase(other) {
      return typeof other === 'string' && text(this).toUpperCase().toLowerCase() === other.toUpperCase().toLowerCase();
    },
    formatted(...values) {
      return format(text(this), values);
    },
    getBytes() {
      return {};
    },
    getClass() {
      return { getName: () => 'java.lang.String', getSimpleName: () => 'String' };
    },
    hashCode() {
      return hash(text(this));
    },
    indent(count) {
      const amount = Number(count);
      const indented = lines(text(this)).map((line) => {
        if (amount >= 0) return repeat(' ', amount) + line;
        let at = 0;
        while (at < -amount && at < line.length && isSpace(line.charAt(at))) at++;
        return line.slice(at);
      });
      return indented.map((line) => `${line}\n`).join('');
    },
    intern() {
      return text(this);
    },
    isBlank() {
      return strip(text(this), true, true) === '';
    },
    isEmpty() {
      return text(this) === '';
    },
    lines() {
      return stream(lines(text(this)));
    },
    chars() {
      return stream(
        text(this)
          .split('')
          .map((character) => character.charCodeAt(0)),
      );
    },
    matches(pattern) {
      const value = text(this);
      return regex(`^(?:${regex(pattern, '').source})$`, '').test(value);
    },
    regionMatches(first, ...rest) {
      const ignoreCase = typeof first === 'boolean' && first;
      const [from, other, otherFrom, length] = typeof first === 'boolean' ? rest : [first, ...rest];
      const one = text(this).slice(Number(from), Number(from) + Number(length));
      const two = text(other).slice(Number(otherFrom), Number(otherFrom) + Number(length));
      const same = ignoreCase ? one.toLowerCase() === two.toLowerCase() : one === two;
      return Number(from) >= 0 && Number(otherFrom) >= 0 && one.length === Number(length) && same;
    },
    repeat(count) {
      return repeat(text(this), count);
    },
    replaceAll(pattern, by) {
      return text(this).replace(regex(pattern, 'g'), replacement(by));
    },
    replaceFirst(pattern, by) {
      return text(this).replace(regex(pattern, ''), replacement(by));
    },
    startsWith(part, from) {
      const start = text(part);
      const at = from === undefined ? 0 : Number(from);
      return at >= 0 && text(this).substr(at, start.length) === start;
    },
    strip() {
      return strip(text(this), true, true);
    },
    stripLeading() {
      return strip(text(this), true, false);
    },
    stripTrailing() {
      return strip(text(this), false, true);
    },
    subSequence(from, to) {
      const value = text(this);
      return value.slice(index(value, from, value.length), index(value, to, value.length));
    },
    toCharArray() {
      return {};
    },
    translateEscapes() {
      const named: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', s: ' ' };
      return text(this).replace(/\\(.)/g, (_, character: string) => named[character] ?? character);
    },
  };
  for (const name of Object.keys(methods)) {
    Object.defineProperty(String.prototype, name, {
      value: methods[name],
      configurable: true,
      enumerable: false,
      writable: true,
    });
  }
  // `"abc".length()`: Java's method and JavaScript's number share the name; calls of it arrive here (see javaLength.ts).
  Object.defineProperty(Object.prototype, '__javaLength', {
    value(this: unknown, ...given: unknown[]) {
      if (typeof this === 'string' || this instanceof String) return this.length;
      const { length: own }: { length?: unknown } = Object(this);
      if (typeof own !== 'function') throw new TypeError('(intermediate value).length is not a function');
      return own.apply(this, given);
    },
    configurable: true,
    enumerable: false,
    writable: true,
  });
  const JavaString = {
    format: (pattern: unknown, ...values: unknown[]) => format(text(pattern), values),
    join: (separator: unknown, ...items: unknown[]) => {
      const [first] = items;
      return (items.length === 1 && Array.isArray(first) ? first : items).map(String).join(text(separator));
    },
    valueOf: (value: unknown) => String(value),
    copyValueOf: (value: unknown) => String(value),
    CASE_INSENSITIVE_ORDER: {},
  };
  Object.defineProperty(global, '__JavaString', { value: JavaString, configurable: true });
}
