import { readString } from './strings.ts';
import { keywords, ScriptError, type Token } from './token.ts';

const spaces = /\s*/y;
const flagLetters = /[$\w]*/y;
/** Letters of Unicode's first plane, as ECMAScript 5 knows them, and their escapes. */
const word =
  /(?:(?![\u{10000}-\u{10ffff}])[$_\p{ID_Start}]|\\u[\dA-Fa-f]{4})(?:(?![\u{10000}-\u{10ffff}])(?:[$\p{ID_Continue}]|\u200c|\u200d)|\\u[\dA-Fa-f]{4})*/uy;
const plainWord =
  /^(?![\u{10000}-\u{10ffff}])[$_\p{ID_Start}](?:(?![\u{10000}-\u{10ffff}])(?:[$\p{ID_Continue}]|\u200c|\u200d))*$/u;
const number = /0[Xx][\dA-Fa-f]*|0[0-7]+(?!\d)|(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d*)?/y;
const sign = /[{}()[\];,~?:.]|>>>?=?|<<=?|[<>]=?|[=!](?:==?)?|\+[+=]?|-[-=]?|\*=?|%=?|&[&=]?|\|[|=]?|\^=?|\/=?/y;
const lineEnd = /[\n\r\u2028\u2029]/;

/** The text that a sticky expression matches at a place; undefined where it does not. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A letter of ASCII, `$`, `_` or a digit: nearly all that names are made of. */
function isWordLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || isDigit(code) || code === 0x5f || code === 0x24;
}

/** Cuts a script into tokens. The parser says where a `/` begins a regular expression. */
export class Scanner {
  constructor(readonly text: string) {}

  /** The token behind a place. Throws a ScriptError where there is none. */
  after(end: number): Token {
    const start = this.#skip(end);
    const afterLineBreak = start > end && lineEnd.test(this.text.slice(end, start));
    if (start >= this.text.length) return { kind: 'end', value: '', start, end: start, afterLineBreak, octal: false };
    const { kind, value, end: behind, octal = false } = this.#read(start);
    return { kind, value, start, end: behind, afterLineBreak, octal };
  }

  /** The regular expression that begins at a place, its value the flags. Throws a ScriptError. */
  regexpAt(start: number): Token {
    const { text } = this;
    let at = start + 1;
    for (let inClass = false; text[at] !== '/' || inClass; at++) {
      if (at >= text.length || lineEnd.test(text[at] ?? ''))
        throw new ScriptError('Unterminated regular expression', start + 1);
      if (text[at] === '\\') {
        at++;
        if (lineEnd.test(text[at] ?? '\n')) throw new ScriptError('Unterminated regular expression', start + 1);
      } else if (text[at] === '[') inClass = true;
      else if (text[at] === ']') inClass = false;
    }
    const pattern = text.slice(start + 1, at);
    const flags = matchAt(flagLetters, text, at + 1) ?? '';
    if (!/^[gim]*$/.test(flags)) throw new ScriptError('Invalid regular expression flag', start + 1);
    if (/(.).*\1/.test(flags)) throw new ScriptError('Duplicate regular expression flag', start + 1);
    const wrong = patternError(pattern);
    if (wrong !== undefined) throw new ScriptError(wrong, start + 1);
    return { kind: 'regexp', value: flags, start, end: at + 1 + flags.length, afterLineBreak: false };
  }

  /** Behind white space and comments; also those of HTML, which browsers and Graal know. */
  #skip(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      if (isWordLetter(text.charCodeAt(at))) return at;
      at += matchAt(spaces, text, at)?.length ?? 0;
      if (text.startsWith('/*', at)) {
        const close = text.indexOf('*/', at + 2);
        if (close < 0) throw new ScriptError('Unterminated comment', at);
        at = close + 2;
      } else if (text.startsWith('//', at) || text.startsWith('<!--', at) || this.#isClosing(from, at)) {
        const rest = text.slice(at).search(lineEnd);
        at = rest < 0 ? text.length : at + rest;
      } else {
        return at;
      }
    }
  }

  /** `-->` at the beginning of a line. */
  #isClosing(from: number, at: number): boolean {
    return this.text.startsWith('-->', at) && (from === 0 || lineEnd.test(this.text.slice(from, at)));
  }

  #read(start: number): Omit<Token, 'afterLineBreak' | 'start'> {
    const { text } = this;
    const first = text[start] ?? '';
    if (first === '"' || first === "'") return readString(text, start);
    if (isDigit(text.charCodeAt(start)) || (first === '.' && isDigit(text.charCodeAt(start + 1)))) {
      return this.#readNumber(start);
    }
    const found = this.#wordAt(start);
    if (found !== undefined) return this.#readWord(found, start);
    const value = matchAt(sign, text, start);
    if (value === undefined)
      throw new ScriptError(`Unexpected character '${String.fromCodePoint(text.codePointAt(start) ?? 0)}'`, start);
    return { kind: 'sign', value, end: start + value.length };
  }

  #wordAt(at: number): string | undefined {
    const { text } = this;
    let end = at;
    while (isWordLetter(text.charCodeAt(end)) && (end > at || !isDigit(text.charCodeAt(end)))) end++;
    const isWhole = end >= text.length || (text.charCodeAt(end) < 128 && text[end] !== '\\');
    if (!isWhole) return matchAt(word, text, at);
    return end > at ? text.slice(at, end) : undefined;
  }

  #readWord(written: string, start: number): Omit<Token, 'afterLineBreak' | 'start'> {
    const end = start + written.length;
    if (!written.includes('\\')) return { kind: keywords.has(written) ? 'keyword' : 'name', value: written, end };
    const value = written.replace(/\\u(....)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (!plainWord.test(value)) throw new ScriptError('Invalid Unicode escape', start);
    if (keywords.has(value)) throw new ScriptError(`Escape sequence in keyword ${value}`, start);
    return { kind: 'name', value, end };
  }

  #readNumber(start: number): Omit<Token, 'afterLineBreak' | 'start'> {
    const value = matchAt(number, this.text, start) ?? '';
    const end = start + value.length;
    if (/^0[Xx]$/.test(value)) throw new ScriptError('Expected number in radix 16', start + 2);
    if (/^[^Xx]*[Ee][+-]?$/.test(value)) throw new ScriptError('Invalid number', start);
    if (this.#wordAt(end) !== undefined) throw new ScriptError('Identifier directly after number', end);
    return { kind: 'number', value, end, octal: /^0\d/.test(value) };
  }
}

/** Graal knows the regular expressions of later versions, as the engine here does. */
function patternError(pattern: string): string | undefined {
  try {
    return new RegExp(pattern) instanceof RegExp ? undefined : '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
