import { Float, type Value } from './value.ts';

/**
 * Digdag's (Jackson's) compact JSON: keys in order, doubles as Java prints them, and non-finite ones as texts.
 * Recurses: values that come from texts are limited in depth where they are read.
 */
export function toJson(value: Value): string {
  if (typeof value === 'string') return quote(value);
  if (value instanceof Float)
    return Number.isFinite(value.value) ? doubleText(value.value) : `"${doubleText(value.value)}"`;
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (value instanceof Map) return `{${[...value].map(([key, item]) => `${quote(key)}:${toJson(item)}`).join(',')}}`;
  return String(value);
}

/** Java's Double.toString: `1.0`, `1.0E10`, `1.0E-5`, `NaN`, `-Infinity`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const shortest = Math.abs(value).toExponential();
  // Java writes two digits at least, and then those that are nearest: 4.9E-324, not 5.0E-324.
  const [mantissa = '0', exponentText = '0'] = (
    shortest[1] === 'e' ? Math.abs(value).toExponential(1) : shortest
  ).split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('.', '').replace(/^(.+?)0+$/, '$1');
  if (value !== 0 && (exponent < -3 || exponent >= 7))
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 1, '0');
  return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1) || '0'}`;
}

// Jackson escapes as JSON.stringify does, but writes \u001F in capitals and leaves lone surrogates as they are.
function quote(text: string): string {
  const escaped = JSON.stringify(text);
  if (!escaped.includes('\\u')) return escaped;
  return escaped.replace(
    /\\(?:u00([01][0-9a-f])|u(d[89a-f][0-9a-f]{2})|.)/g,
    (whole, control?: string, surrogate?: string) => {
      if (control) return `\\u00${control.toUpperCase()}`;
      return surrogate ? String.fromCharCode(Number.parseInt(surrogate, 16)) : whole;
    },
  );
}
