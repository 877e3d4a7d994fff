import { integer } from '../value/value.ts';

/** So many digits are more than any run can use, and reading them takes time that grows faster than their number. */
const mostDigits = 100_000;

/**
 * The value of a text that has the form of an int: `0b101`, `0x1F`, `017`, `1_000`. Undefined where no digit is left (`0b_`), at which
 * Digdag stops with a NumberFormatException.
 */
export function readInt(text: string): number | bigint | undefined {
  if (text.length <= 15) {
    const plain = Number(text);
    const first = text.charCodeAt(0);
    if (first >= 49 && first <= 57 && Number.isInteger(plain)) return plain;
  }
  const digits = text.replaceAll('_', '');
  const negative = digits.startsWith('-');
  const unsigned = negative || digits.startsWith('+') ? digits.slice(1) : digits;
  if (unsigned === '0') return 0;
  const value = readUnsigned(unsigned);
  if (value === undefined) return undefined;
  return integer(negative ? -value : value);
}

function readUnsigned(digits: string): bigint | undefined {
  if (digits.startsWith('0b')) return readDigits('0b', digits.slice(2), /^[01]+$/);
  if (digits.startsWith('0x')) return readDigits('0x', digits.slice(2), /^[0-9a-fA-F]+$/);
  if (digits.startsWith('0')) return readDigits('0o', digits.slice(1), /^[0-7]+$/);
  return readDigits('', digits, /^[0-9]+$/);
}

function readDigits(prefix: string, digits: string, form: RegExp): bigint | undefined {
  return digits.length <= mostDigits && form.test(digits) ? BigInt(prefix + digits) : undefined;
}

/** The value of a text that has the form of a float: `1.`, `.5`, `1e3`, `.inf`, `1:30.5` (base 60). */
export function readFloat(text: string): number {
  const digits = text.replaceAll('_', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const unsigned = digits.startsWith('-') || digits.startsWith('+') ? digits.slice(1) : digits;
  const lower = unsigned.toLowerCase();
  if (lower === '.inf') return sign * Number.POSITIVE_INFINITY;
  if (lower === '.nan') return Number.NaN;
  if (!unsigned.includes(':')) return sign * Number(unsigned);
  let value = 0;
  let base = 1;
  for (const part of unsigned.split(':').reverse()) {
    value += Number(part) * base;
    base = Math.imul(base, 60);
  }
  return sign * value;
}
