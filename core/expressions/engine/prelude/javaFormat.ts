/** Runs inside the sandbox: String.format of Java for texts and numbers. Self-contained: it is sent there as text. */
export function makeJavaFormat(): (pattern: string, values: unknown[]) => string {
  const fail = (message: string): never => {
    throw message; // Java's own exceptions reach the message as their text alone
  };
  const filled = (text: string, count: number): string => {
    let result = '';
    while (result.length < count) result += text;
    return result;
  };
  const nameOf = (value: unknown): string =>
    typeof value === 'number'
      ? 'java.lang.Double'
      : typeof value === 'string'
        ? 'java.lang.String'
        : 'java.lang.Boolean';
  const integer = (value: unknown, kind: string, radix: number): string => {
    if (value === null) return 'null';
    if (typeof value !== 'number' || Math.floor(value) !== value) return fail(`${kind} != ${nameOf(value)}`);
    return (radix === 10 ? value : value >>> 0).toString(radix);
  };
  const decimal = (value: unknown, kind: string, precision: string | undefined): string => {
    if (value === null) return 'null';
    if (typeof value !== 'number') return fail(`${kind} != ${nameOf(value)}`);
    if (Math.floor(value) === value) return fail(`${kind} != java.lang.Integer`);
    const digits = precision === undefined ? 6 : Number(precision);
    if (kind === 'f') return value.toFixed(digits);
    return value.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
  };
  const shownAs = (value: unknown, kind: string, precision: string | undefined): string => {
    switch (kind.toLowerCase()) {
      case 'd':
        return integer(value, kind, 10);
      case 'x':
        return integer(value, kind, 16);
      case 'o':
        return integer(value, kind, 8);
      case 'f':
      case 'e':
        return decimal(value, kind, precision);
      case 'b':
        return String(value !== null && value !== false);
      case 'c':
        return typeof value === 'number' ? String.fromCharCode(value) : fail(`${kind} != ${nameOf(value)}`);
      case 's':
        return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
      default:
        return fail(`Conversion = '${kind}'`);
    }
  };
  const padded = (text: string, flags: string, width: number): string => {
    const missing = width - text.length;
    if (missing <= 0) return text;
    if (flags.indexOf('-') >= 0) return text + filled(' ', missing);
    if (flags.indexOf('0') < 0) return filled(' ', missing) + text;
    const sign = /^[+-]/.exec(text)?.[0] ?? '';
    return sign + filled('0', missing) + text.slice(sign.length);
  };
  return (pattern, values) => {
    let next = 0;
    const one = (
      all: string,
      position: string,
      flags: string,
      width: string,
      precision: string,
      kind: string,
    ): string => {
      if (kind === 'n') return '\n';
      if (kind === '%') return padded('%', flags, Number(width || 0));
      const at = position ? Number(position.slice(0, -1)) - 1 : next++;
      if (at >= values.length) return fail(`Format specifier '${all}'`);
      const value = values[at] === undefined ? null : values[at];
      let shown = shownAs(value, kind, precision);
      if (flags.indexOf(',') >= 0)
        shown = shown.replace(/^([+-]?\d+)/, (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ','));
      if (flags.indexOf('+') >= 0 && typeof value === 'number' && value >= 0) shown = `+${shown}`;
      return padded(kind === kind.toUpperCase() ? shown.toUpperCase() : shown, flags, Number(width || 0));
    };
    return pattern.replace(/%(\d+\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g, one);
  };
}
