import type { JavaRegex } from './javaRegex.ts';

/**
 * Runs inside the sandbox: Digdag's engine lets texts call the methods of Java's String (js.nashorn-compat); those of JavaScript win. They exist in calls
 * only (`typeof "a".contains` is "undefined"), so calls of these names are sent to `__java_<name>` (rewrite.ts), which is theirs for texts and the
 * object's own method for all else. Self-contained: it is sent there as text.
 * @returns their names
 */
export function addJavaStringMethods(
  global: object,
  regex: JavaRegex,
  format: (pattern: string, values: unknown[]) => string,
): string {
  const fail = (message: string): never => {
    throw message; // Java's own exceptions reach the message as their text alone
  };
  const unsupported = (): never => {
    throw new TypeError('execute on foreign object failed due to: UnsupportedTypeException');
  };
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return fail('null');
    return typeof value === 'string' ? value : unsupported();
  };
  const whole = (value: unknown): number =>
    typeof value === 'number' && Math.floor(value) === value ? value : unsupported();
  /** Character.isWhitespace. */
  const isSpace = (character: string): boolean => {
    const code = character.charCodeAt(0);
    if (code <= 160) return (code >= 9 && code <= 13) || (code >= 28 && code <= 32);
    return /\s/.test(character) && code !== 8199 && code !== 8239 && code !== 65279;
  };
  const strip = (value: string, leading: boolean, trailing: boolean): string => {
    let start = 0;
    let end = value.length;
    while (leading && start < end && isSpace(value.charAt(start))) start++;
    while (trailing && end > start && isSpace(value.charAt(end - 1))) end--;
    return value.slice(start, end);
  };
  const index = (value: string, position: unknown, most: number): number => {
    const at = whole(position);
    return at >= 0 && at <= most ? at : fail(`index ${at}, length ${value.length}`);
  };
  const compare = (one: string, other: string): number => {
    for (let at = 0; at < one.length && at < other.length; at++) {
      if (one.charCodeAt(at) !== other.charCodeAt(at)) return one.charCodeAt(at) - other.charCodeAt(at);
    }
    return one.length - other.length;
  };
  const folded = (value: string): string => value.toUpperCase().toLowerCase();
  const lines = (value: string): string[] => {
    const found = value.split(/\r\n|\r|\n/);
    if (found[found.length - 1] === '') found.pop();
    return found;
  };
  const repeated = (value: string, times: number): string => {
    if (times < 0) return fail(`count is negative: ${times}`);
    if (value.length * times > 0x7fffffff) throw new RangeError('Invalid string length');
    let result = '';
    for (let at = 0; at < times; at++) result += value;
    return result;
  };
  const codePoint = (value: string, at: number): number => {
    const high = value.charCodeAt(at);
    const low = value.charCodeAt(at + 1);
    const pair = high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
    return pair ? (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : high;
  };
  const hidden = (holder: object, name: string, value: unknown): void => {
    Object.defineProperty(holder, name, { value, configurable: true, enumerable: false, writable: true });
  };
  /** A Java object: nothing of it is seen as JSON. */
  const javaObject = (members: Record<string, unknown>): object => {
    const object = {};
    for (const name of Object.keys(members)) hidden(object, name, members[name]);
    return object;
  };
  const list = (items: unknown[]): object =>
    javaObject({
      count: () => items.length,
      toArray: () => javaObject({}),
    });

  const methods: Record<string, (value: string, ...given: unknown[]) => unknown> = {
    chars: (value) => list(value.split('')),
    codePointAt: (value, at) => codePoint(value, index(value, at, value.length - 1)),
    codePointBefore: (value, at) => codePoint(value, index(value, at, value.length) - 1),
    codePointCount: (value, from, to) =>
      value.slice(whole(from), whole(to)).replace(/[\ud800-\udbff][\udc00-\udfff]/g, '_').length,
    codePoints: (value) => list(value.split('')),
    compareTo: (value, other) => compare(value, text(other)),
    compareToIgnoreCase: (value, other) => compare(folded(value), folded(text(other))),
    contains: (value, part) => value.indexOf(text(part)) >= 0,
    contentEquals: (value, other) => value === text(other),
    describeConstable: () => javaObject({}),
    endsWith: (value, end) => value.slice(Math.max(0, value.length - text(end).length)) === end,
    equals: (value, other) => value === other,
    equalsIgnoreCase: (value, other) => other !== null && folded(value) === folded(text(other)),
    formatted: (value, ...values) => format(value, values),
    getBytes: () => javaObject({}),
    getClass: () => ({ getName: () => 'java.lang.String', getSimpleName: () => 'String' }),
    hashCode: (value) => {
      let code = 0;
      for (let at = 0; at < value.length; at++) code = (code * 31 + value.charCodeAt(at)) | 0;
      return code;
    },
    indent: (value, count) => {
      const amount = whole(count);
      const moved = (line: string): string => {
        let at = 0;
        while (at < -amount && at < line.length && isSpace(line.charAt(at))) at++;
        return amount >= 0 ? repeated(' ', amount) + line : line.slice(at);
      };
      return lines(value)
        .map((line) => `${moved(line)}\n`)
        .join('');
    },
    intern: (value) => value,
    isBlank: (value) => strip(value, true, true) === '',
    isEmpty: (value) => value === '',
    length: (value) => value.length,
    lines: (value) => list(lines(value)),
    matches: (value, pattern) => regex.pattern(text(pattern), '', true).test(value),
    offsetByCodePoints: (_, at, count) => whole(at) + whole(count),
    regionMatches: (value, ...given) => {
      const ignoreCase = given[0] === true;
      const [from, other, otherFrom, length] = typeof given[0] === 'boolean' ? given.slice(1) : given;
      const one = value.slice(whole(from), whole(from) + whole(length));
      const two = text(other).slice(whole(otherFrom), whole(otherFrom) + whole(length));
      const inside = whole(from) >= 0 && whole(otherFrom) >= 0 && one.length === length;
      return inside && (ignoreCase ? folded(one) === folded(two) : one === two);
    },
    repeat: (value, count) => repeated(value, whole(count)),
    replaceAll: (value, pattern, by) =>
      value.replace(regex.pattern(text(pattern), 'g', false), regex.replacement(text(by))),
    replaceFirst: (value, pattern, by) =>
      value.replace(regex.pattern(text(pattern), '', false), regex.replacement(text(by))),
    startsWith: (value, start, from) => {
      const at = from === undefined ? 0 : whole(from);
      return at >= 0 && value.substr(at, text(start).length) === start;
    },
    strip: (value) => strip(value, true, true),
    stripIndent: (value) => {
      const margins = lines(value)
        .filter((line) => strip(line, true, true) !== '')
        .map((line) => line.length - strip(line, true, false).length);
      const margin = Math.min.apply(null, margins);
      return value
        .split('\n')
        .map((line) => strip(line.slice(margin), false, true))
        .join('\n');
    },
    stripLeading: (value) => strip(value, true, false),
    stripTrailing: (value) => strip(value, false, true),
    subSequence: (value, from, to) => value.slice(index(value, from, value.length), index(value, to, value.length)),
    toCharArray: () => javaObject({}),
    translateEscapes: (value) => {
      const named: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', s: ' ' };
      return value.replace(/\\(.)/g, (_, character: string) => named[character] || character);
    },
  };
  /** How many arguments Java's methods take, where they do not take as many as are written above. */
  const arities: Record<string, [number, number]> = {
    formatted: [0, 99],
    regionMatches: [4, 5],
    startsWith: [1, 2],
    getBytes: [0, 1],
  };
  const call = (name: string, value: string, given: unknown[]): unknown => {
    const method = methods[name];
    if (!method) return undefined;
    const [least, most] = arities[name] || [Math.max(0, method.length - 1), Math.max(0, method.length - 1)];
    if (given.length < least || given.length > most) {
      throw new TypeError(
        `execute on foreign object failed due to: Arity error - expected: ${least} actual: ${given.length}`,
      );
    }
    return method(value, ...given);
  };
  for (const name of Object.keys(methods)) {
    hidden(Object.prototype, `__java_${name}`, function (this: unknown, ...given: unknown[]): unknown {
      const { [name]: own }: Record<string, unknown> = Object(this);
      if (typeof own === 'function') return own.apply(this, given);
      if (typeof this === 'string' || this instanceof String) return call(name, String(this), given);
      throw new TypeError(`(intermediate value).${name} is not a function`);
    });
  }
  const JavaString = (value: unknown): unknown => Object(value === undefined ? '' : text(value));
  hidden(JavaString, 'format', (pattern: unknown, ...values: unknown[]) => format(text(pattern), values));
  hidden(JavaString, 'valueOf', (value: unknown) => String(value));
  hidden(JavaString, 'copyValueOf', (value: unknown) => String(value));
  hidden(JavaString, 'join', (separator: unknown, ...items: unknown[]) =>
    (items.length === 1 && Array.isArray(items[0]) ? items[0] : items).map(String).join(text(separator)),
  );
  hidden(global, '__JavaString', JavaString);
  return Object.keys(methods).join(' ');
}
