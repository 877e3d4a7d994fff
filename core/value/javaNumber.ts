/** Java's Integer.parseInt (32 bits) and Long.parseLong (64): a sign, digits of any script, and a value in range. */
export function parseJavaInteger(text: string, bits: 32 | 64): bigint | undefined {
  const match = /^([+-]?)(\p{Nd}+)$/u.exec(text);
  const digits = match?.[2];
  if (match === null || digits === undefined) {
    return undefined;
  }
  let value = 0n;
  for (const character of digits) {
    const digit = digitOf(character);
    if (digit === undefined || value > 1n << 63n) {
      return undefined;
    }
    value = value * 10n + BigInt(digit);
  }
  if (match[1] === '-') {
    value = -value;
  }
  return BigInt.asIntN(bits, value) === value ? value : undefined;
}

/** `(int) n`, as Java narrows a number: whole numbers wrap around, others lose their fraction and stop at the ends of the range. */
export function toJavaInt(value: number | bigint): number {
  return Number(BigInt.asIntN(32, BigInt(value)));
}

/** `(int) x` or `(long) x` of a double: no fraction, NaN is 0, and beyond the range its nearest end. */
export function truncateDouble(value: number, bits: 32 | 64): bigint {
  if (Number.isNaN(value)) {
    return 0n;
  }
  const max = (1n << BigInt(bits - 1)) - 1n;
  if (value >= Number(max)) {
    return max;
  }
  return value <= -Number(max) - 1 ? -max - 1n : BigInt(Math.trunc(value));
}

/** The value of a decimal digit of any script of the basic plane (Character.digit reads UTF-16 units). Digits come in runs of ten. */
function digitOf(character: string): number | undefined {
  if (character.length > 1) {
    return undefined;
  }
  const code = character.charCodeAt(0);
  let before = code - 1;
  while (/\p{Nd}/u.test(String.fromCharCode(before))) {
    before--;
  }
  return (code - before - 1) % 10;
}

/** Java's Double.parseDouble: blanks at the ends do not count; `NaN`, `Infinity`, hexadecimal forms and a suffix are read too. */
export function parseJavaDouble(text: string): number | undefined {
  const match = javaDouble.exec(text);
  if (!match?.groups) return undefined;
  const { sign, decimal, mantissa, fraction = '', exponent = '0' } = match.groups;
  if (decimal !== undefined) return (sign === '-' ? -1 : 1) * Number(decimal);
  if (mantissa === undefined) return match.groups.word === 'NaN' ? Number.NaN : (sign === '-' ? -1 : 1) * Infinity;
  const digits = mantissa + fraction;
  if (digits === '') return undefined;
  const value = Number(BigInt(`0x${digits}`)) * 2 ** (Number(exponent) - 4 * fraction.length);
  return (sign === '-' ? -1 : 1) * value;
}

const javaDouble = new RegExp(
  /^[\0- ]*(?<sign>[-+]?)(?:(?<word>NaN|Infinity)|(?:DECIMAL|0[xX](?<mantissa>[\da-fA-F]*)\.?(?<fraction>[\da-fA-F]*)[pP](?<exponent>[-+]?\d+))[fFdD]?)[\0- ]*$/.source.replace(
    'DECIMAL',
    /(?<decimal>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.source,
  ),
);
