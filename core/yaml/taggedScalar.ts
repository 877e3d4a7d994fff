import { parseJavaDouble } from '../value/javaNumber.ts';
import { trimJava } from '../value/javaText.ts';
import { doubleText } from '../value/json.ts';
import { Float, integer } from '../value/value.ts';
import { readBase64 } from './base64.ts';
import { JavaError } from './javaError.ts';
import { readFloat } from './numbers.ts';
import type { Implicit } from './resolve.ts';
import { readTimestamp } from './timestamp.ts';

export type ScalarType = Implicit | 'binary' | 'timestamp';

/** A scalar as Digdag's JSON has it: doubles that are not finite are texts, dates milliseconds, bytes base64. */
export type ScalarValue = null | boolean | string | number | bigint | Float;

/** The value of a text with the tag `!!type`, which need not have the form that untagged text of that type has (SafeConstructor). */
export function taggedScalar(type: ScalarType, text: string): ScalarValue | JavaError {
  switch (type) {
    case 'null':
      return null;
    case 'bool':
      return booleans.get(text.toLowerCase()) ?? null;
    case 'int':
      return readAnyInt(text);
    case 'float':
      return readAnyFloat(text);
    case 'binary':
      return readBase64(text);
    case 'timestamp':
      return readTimestamp(text);
    default:
      return text;
  }
}

/** A double as JSON: NaN and infinities are texts. */
export function jsonDouble(value: number): Float | string {
  return Number.isFinite(value) ? new Float(value) : doubleText(value);
}

const booleans = new Map([
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
  ['on', true],
  ['off', false],
]);

function readAnyInt(text: string): number | bigint | JavaError {
  const digits = text.replaceAll('_', '');
  if (digits === '') return new JavaError('StringIndexOutOfBoundsException', 'String index out of range: 0');
  const negative = digits.startsWith('-');
  const unsigned = negative || digits.startsWith('+') ? digits.slice(1) : digits;
  if (unsigned === '0') return 0;
  const [, prefix = '', rest = ''] = /^(0[bx]|0(?=.)|)(.*)$/s.exec(unsigned) ?? [];
  if (prefix === '' && rest.includes(':')) return readSexagesimal(rest, negative);
  const value = readDigits(prefix, rest);
  if (value instanceof JavaError) return value;
  return integer(negative ? -value : value);
}

function readDigits(prefix: string, digits: string): bigint | JavaError {
  if (digits === '') return new JavaError('NumberFormatException', 'Zero length BigInteger');
  const form = { '0b': /^[01]+$/, '0x': /^[0-9a-f]+$/i, '0': /^[0-7]+$/ }[prefix] ?? /^[0-9]+$/;
  if (!form.test(digits) || digits.length > 100_000) return notANumber(digits);
  return BigInt((prefix === '0' ? '0o' : prefix) + digits);
}

function readSexagesimal(text: string, negative: boolean): number | JavaError {
  let value = 0;
  let base = 1;
  for (const part of text.replace(/:+$/, '').split(':').reverse()) {
    if (!/^[-+]?[0-9]{1,18}$/.test(part)) return notANumber(part);
    value = Number(BigInt.asIntN(32, BigInt(value) + BigInt(part) * BigInt(base)));
    base = Math.imul(base, 60);
  }
  return negative ? -value : value;
}

function readAnyFloat(text: string): Float | string | JavaError {
  const digits = text.replaceAll('_', '');
  if (digits === '') return new JavaError('StringIndexOutOfBoundsException', 'String index out of range: 0');
  const unsigned = /^[-+]/.test(digits) ? digits.slice(1) : digits;
  if (/^\.(?:inf|nan)$/i.test(unsigned)) return jsonDouble(readFloat(digits));
  const sign = digits.startsWith('-') ? -1 : 1;
  const parts = unsigned.includes(':') ? unsigned.replace(/:+$/, '').split(':') : [unsigned];
  let value = 0;
  let base = 1;
  for (const part of parts.reverse()) {
    const double = parseJavaDouble(part);
    if (double === undefined) return noDouble(part);
    value = parts.length === 1 ? double : value + double * base;
    base = Math.imul(base, 60);
  }
  return jsonDouble(sign * value);
}

function noDouble(text: string): JavaError {
  const trimmed = trimJava(text);
  return trimmed === '' ? new JavaError('NumberFormatException', 'empty String') : notANumber(trimmed);
}

function notANumber(text: string): JavaError {
  return new JavaError('NumberFormatException', `For input string: "${text}"`);
}
