import { JavaError } from './javaError.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text of `!!binary` as Jackson writes its bytes: base64 without line ends and with nothing in the bits that no byte needs. */
export function readBase64(text: string): string | JavaError {
  const packed = text.replace(/[ \t\n\v\f\r]/g, '');
  if (packed.length % 4 !== 0) {
    return new JavaError('IllegalArgumentException', 'Length of Base64 encoded input string is not a multiple of 4.');
  }
  const digits = packed.replace(/=+$/, '');
  if (/[^A-Za-z0-9+/]/.test(digits)) {
    return new JavaError('IllegalArgumentException', 'Illegal character in Base64 encoded data.');
  }
  const rest = digits.length % 4;
  if (rest === 0) return digits;
  if (rest === 1) return digits.slice(0, -1);
  const last = alphabet.indexOf(digits.slice(-1));
  const kept = rest === 2 ? last & 0b110000 : last & 0b111100;
  return `${digits.slice(0, -1)}${alphabet[kept]}${'='.repeat(4 - rest)}`;
}
