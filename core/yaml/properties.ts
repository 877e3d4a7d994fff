import { endsWord, isSpaceBreakOrEnd, isUri, isWord } from './characters.ts';
import { scannerFault } from './fault.ts';
import type { Scanner } from './scanner.ts';
import { Token } from './token.ts';

/** Reads an anchor or an alias. */
export function scanAnchor(scanner: Scanner): Token {
  const { source } = scanner;
  const start = scanner.position;
  const isAlias = source.charCodeAt(start) === 42;
  const context = `while scanning an ${isAlias ? 'alias' : 'anchor'}`;
  scanner.position = skipWord(source, start + 1);
  const end = scanner.position;
  const code = source.charCodeAt(end);
  if (end === start + 1 || !(endsWord(code) || isOneOf(code, '?:,]}%@`'))) {
    const problem = `expected alphabetic or numeric character, but found ${shownAt(source, end)}`;
    throw scannerFault(problem, end, context, start);
  }
  return new Token(isAlias ? '<alias>' : '<anchor>', start, end, scanner.text.slice(start + 1, end));
}

/** Reads a tag: `!name`, `!!name`, `!handle!name`, `!<verbatim>` or `!`. */
export function scanTag(scanner: Scanner): Token {
  const { source } = scanner;
  const start = scanner.position;
  const second = source.charCodeAt(start + 1);
  let handle: string | undefined;
  let suffix: string;
  if (second === 60) {
    scanner.position += 2;
    suffix = scanTagUri(scanner, 'tag', start);
    if (source.charCodeAt(scanner.position) !== 62) {
      const problem = `expected '>', but found ${quotedAt(source, scanner.position)}`;
      throw scannerFault(problem, scanner.position, 'while scanning a tag', start);
    }
    scanner.position++;
  } else if (endsWord(second)) {
    suffix = '!';
    scanner.position++;
  } else {
    handle = hasHandle(source, start + 1) ? scanTagHandle(scanner, 'tag', start) : '!';
    if (scanner.position === start) scanner.position++;
    suffix = scanTagUri(scanner, 'tag', start);
  }
  if (!isSpaceBreakOrEnd(source.charCodeAt(scanner.position))) {
    const problem = `expected ' ', but found ${quotedAt(source, scanner.position)}`;
    throw scannerFault(problem, scanner.position, 'while scanning a tag', start);
  }
  return new Token('<tag>', start, scanner.position, suffix, 'plain', handle);
}

/** Whether a second `!` stands in the word. */
function hasHandle(source: string, from: number): boolean {
  for (let position = from; ; position++) {
    const code = source.charCodeAt(position);
    if (code === 33) return true;
    if (isSpaceBreakOrEnd(code)) return false;
  }
}

/** Reads `!`, `!!` or `!name!`; `what` is the construct of the message: tag or directive. */
export function scanTagHandle(scanner: Scanner, what: string, start: number): string {
  const { source } = scanner;
  const from = scanner.position;
  if (source.charCodeAt(from) !== 33) {
    throw scannerFault(`expected '!', but found ${shownAt(source, from)}`, from, `while scanning a ${what}`, start);
  }
  let end = from + 1;
  if (source.charCodeAt(end) !== 32) {
    end = skipWord(source, end);
    scanner.position = end;
    if (source.charCodeAt(end) !== 33) {
      throw scannerFault(`expected '!', but found ${shownAt(source, end)}`, end, `while scanning a ${what}`, start);
    }
    end++;
  }
  scanner.position = end;
  return scanner.text.slice(from, end);
}

/** Reads the part of a tag behind its handle, with `%41` decoded. */
export function scanTagUri(scanner: Scanner, what: string, start: number): string {
  const { source } = scanner;
  const context = `while scanning a ${what}`;
  let text = '';
  let from = scanner.position;
  while (isUri(source.charCodeAt(scanner.position))) {
    if (source.charCodeAt(scanner.position) === 37) {
      text += scanner.text.slice(from, scanner.position) + scanPercent(scanner, context, start);
      from = scanner.position;
    } else {
      scanner.position++;
    }
  }
  text += scanner.text.slice(from, scanner.position);
  if (text !== '') return text;
  const problem = `expected URI, but found ${shownAt(source, scanner.position)}`;
  throw scannerFault(problem, scanner.position, context, start);
}

function scanPercent(scanner: Scanner, context: string, start: number): string {
  const { source, position } = scanner;
  let encoded = '';
  while (source.charCodeAt(scanner.position) === 37) {
    const hex = scanner.text.slice(scanner.position + 1, scanner.position + 3);
    if (!/^(?:[0-9A-Fa-f]{2}|[+-]?[0-9A-Fa-f])$/.test(hex)) {
      const at = scanner.position + 1;
      const problem = `expected URI escape sequence of 2 hexadecimal numbers, but found ${shownAt(source, at)} and ${shownAt(source, at + 1)}`;
      throw scannerFault(problem, at, context, start);
    }
    encoded += `%${(Number.parseInt(hex, 16) & 255).toString(16).padStart(2, '0')}`;
    scanner.position += 1 + hex.length;
  }
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw scannerFault('expected URI in UTF-8: Input length = 1', position, context, start);
  }
}

function skipWord(source: string, from: number): number {
  let position = from;
  while (isWord(source.charCodeAt(position))) position++;
  return position;
}

function isOneOf(code: number, characters: string): boolean {
  return code < 128 && characters.includes(String.fromCharCode(code));
}

/** `x(120)`, as SnakeYAML shows a character. */
export function shownAt(source: string, position: number): string {
  const code = source.codePointAt(position) ?? 0;
  return `${String.fromCodePoint(code)}(${code})`;
}

function quotedAt(source: string, position: number): string {
  const code = source.codePointAt(position) ?? 0;
  return `'${String.fromCodePoint(code)}' (${code})`;
}
