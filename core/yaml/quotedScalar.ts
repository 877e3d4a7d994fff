import { endsWord, isBlank } from './characters.ts';
import { Fault, scannerFault } from './fault.ts';
import type { Scanner } from './scanner.ts';
import { Token } from './token.ts';

/** Reads a scalar in `'` or `"`. Its lines may be indented in any way, as SnakeYAML allows. */
export function scanQuoted(scanner: Scanner): Token {
  const start = scanner.position;
  const quote = scanner.source.charCodeAt(start);
  scanner.position++;
  let text = scanWord(scanner, quote, start);
  while (scanner.source.charCodeAt(scanner.position) !== quote) {
    text += scanSpaces(scanner, start);
    text += scanWord(scanner, quote, start);
  }
  scanner.position++;
  const token = new Token('<scalar>', start, scanner.position, text, quote === 34 ? 'double' : 'single');
  if (scanner.lineStart > start) scanner.multiLine = token;
  return token;
}

/** Everything up to the closing quote, a blank, a line end or the end of the text. */
function scanWord(scanner: Scanner, quote: number, start: number): string {
  const { source } = scanner;
  let text = '';
  let from = scanner.position;
  for (;;) {
    let position = scanner.position;
    let code = source.charCodeAt(position);
    while (code !== quote && code !== 92 && !endsWord(code)) code = source.charCodeAt(++position);
    scanner.position = position;
    if (quote === 39 && code === 92) {
      scanner.position++;
    } else if (quote === 39 && code === 39 && source.charCodeAt(position + 1) === 39) {
      text += scanner.text.slice(from, position + 1);
      scanner.position += 2;
      from = scanner.position;
    } else if (quote === 34 && code === 92) {
      text += scanner.text.slice(from, position) + scanEscape(scanner, start);
      from = scanner.position;
    } else if (isBlank(code) && isSameLine(source, position)) {
      scanner.position = skipBlanks(source, position);
    } else {
      return text + scanner.text.slice(from, position);
    }
  }
}

/** Whether behind these blanks the line goes on: then they belong to the text as they are. */
function isSameLine(source: string, position: number): boolean {
  return !endsWord(source.charCodeAt(skipBlanks(source, position)));
}

function skipBlanks(source: string, from: number): number {
  let position = from;
  while (isBlank(source.charCodeAt(position))) position++;
  return position;
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const digitsOfEscape: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const context = 'while scanning a double-quoted scalar';

function scanEscape(scanner: Scanner, start: number): string {
  const letter = String.fromCodePoint(scanner.source.codePointAt(scanner.position + 1) ?? 0);
  scanner.position++;
  const replaced = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (replaced !== undefined) {
    scanner.position++;
    return replaced;
  }
  const digits = Object.hasOwn(digitsOfEscape, letter) ? digitsOfEscape[letter] : undefined;
  if (digits !== undefined) {
    scanner.position++;
    return scanCodePoint(scanner, digits, start);
  }
  if (scanner.lineBreak() !== '') return scanBreaks(scanner, start);
  const code = letter.codePointAt(0) ?? 0;
  throw scannerFault(`found unknown escape character ${letter}(${code})`, scanner.position, context, start);
}

function scanCodePoint(scanner: Scanner, digits: number, start: number): string {
  const hex = scanner.text.slice(scanner.position, scanner.position + digits);
  if (!/^[0-9A-Fa-f]*$/.test(hex)) {
    // StreamReader.prefix counts code points
    const found = [...scanner.text.slice(scanner.position, scanner.position + 2 * digits)].slice(0, digits).join('');
    const problem = `expected escape sequence of ${digits} hexadecimal numbers, but found: ${found}`;
    throw scannerFault(problem, scanner.position, context, start);
  }
  const code = Number.parseInt(hex, 16);
  if (hex === '' || code > 0x7fffffff) throw notANumber(hex, scanner.position);
  if (code > 0x10ffff) {
    throw new Fault(
      'IllegalArgumentException',
      `Not a valid Unicode code point: 0x${code.toString(16).toUpperCase()}`,
      scanner.position,
    );
  }
  scanner.position += hex.length;
  return String.fromCodePoint(code);
}

/** Java's Integer.parseInt of nothing or of more than 31 bits. */
function notANumber(hex: string, position: number): Fault {
  const radix = hex === '' ? '' : ' under radix 16';
  return new Fault('NumberFormatException', `For input string: "${hex}"${radix}`, position);
}

/** The blanks or line ends between two parts. */
function scanSpaces(scanner: Scanner, start: number): string {
  const from = scanner.position;
  scanner.position = skipBlanks(scanner.source, from);
  if (scanner.position === scanner.text.length) {
    throw scannerFault('found unexpected end of stream', scanner.position, 'while scanning a quoted scalar', start);
  }
  const blanks = scanner.text.slice(from, scanner.position);
  const first = scanner.lineBreak();
  if (first === '') return blanks;
  const breaks = scanBreaks(scanner, start);
  if (first !== '\n') return first + breaks;
  return breaks === '' ? ' ' : breaks;
}

function scanBreaks(scanner: Scanner, start: number): string {
  let breaks = '';
  for (;;) {
    if (scanner.atDocumentMarker()) {
      throw scannerFault(
        'found unexpected document separator',
        scanner.position,
        'while scanning a quoted scalar',
        start,
      );
    }
    scanner.position = skipBlanks(scanner.source, scanner.position);
    const next = scanner.lineBreak();
    if (next === '') return breaks;
    breaks += next;
  }
}
