import { Float, type Value } from './value.ts';

/** Digdag's (Jackson's) compact JSON: keys in order, doubles as Java prints them. */
export function toJson(value: Value): string {
  if (value instanceof Float) {
    return doubleText(value.value);
  }
  if (typeof value === 'bigint') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(toJson).join(',')}]`;
  }
  if (value instanceof Map) {
    return `{${[...value].map(([key, item]) => `${quote(key)}:${toJson(item)}`).join(',')}}`;
  }
  return typeof value === 'string' ? quote(value) : String(value);
}

/** Double.toString: `1.0`, `1.0E10`, `1.0E-5`. */
function doubleText(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? '"NaN"' : `"${value}"`;
  }
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  const [mantissa = '0', exponentText = '0'] = size.toExponential().split('e');
  const exponent = Number(exponentText);
  if (size === 0 || (exponent >= -3 && exponent < 7)) {
    const plain = size === 0 ? '0' : size.toFixed(Math.max(0, mantissa.replace('.', '').length - 1 - exponent));
    return sign + (plain.includes('.') ? plain : `${plain}.0`);
  }
  return `${sign}${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`;
}

/** Jackson escapes quotes, backslashes and control characters, these by name where JSON has one and else by upper-case digits. */
function quote(text: string): string {
  const escaped = JSON.stringify(text).replace(
    /\\u00([01][0-9a-f])/g,
    (_, digits: string) => `\\u00${digits.toUpperCase()}`,
  );
  return escaped.replace(/\\u(d[89a-f][0-9a-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
