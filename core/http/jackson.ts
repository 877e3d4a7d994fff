import { Float, integer, type Value } from '../value/value.ts';
import { isDigit } from './jacksonCharacters.ts';
import { JacksonSource, JacksonSyntaxError } from './jacksonSource.ts';

export type JacksonResult =
  /** `value` is undefined where the text holds nothing but white space. */
  | { readonly ok: true; readonly value: Value | undefined }
  /** Jackson's message, its position included, and the class of the exception. */
  | { readonly ok: false; readonly message: string; readonly javaClass: string };

/** Deeper JSON ends Digdag's parser with a StackOverflowError; ours gives up here, so that nothing behind it can overflow. */
const deepest = 1000;

/**
 * Reads the first JSON value of a text as Jackson's `readTree` does: what stands behind it is not looked at, of a key that occurs twice
 * the later value counts, and errors have Jackson's words.
 */
export function readJackson(text: string): JacksonResult {
  const reader = new JacksonReader(text);
  try {
    return { ok: true, value: reader.root() };
  } catch (error) {
    if (error instanceof JacksonSyntaxError) return { ok: false, message: error.message, javaClass: error.javaClass };
    throw error;
  }
}

class JacksonReader extends JacksonSource {
  root(): Value | undefined {
    const code = this.nextOrEnd();
    if (code === 0x7d || code === 0x5d) this.mismatchedEnd(code);
    return code === undefined ? undefined : this.value(code, 0);
  }

  private value(code: number, depth: number): Value {
    switch (String.fromCharCode(code)) {
      case '"':
        return this.string(': was expecting closing quote for a string value', 'string value');
      case '{':
        return this.map(depth + 1);
      case '[':
        return this.list(depth + 1);
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return code === 0x2d || isDigit(code) ? this.number(code) : this.oddValue(code);
    }
  }

  private map(depth: number): Value {
    const map = new Map<string, Value>();
    this.open('Object', depth);
    for (let code = this.firstOf('Object'); code !== 0x7d; code = this.nextEntry('Object')) {
      this.expectQuote(code);
      const key = this.string(' in field name', 'name');
      this.expectColon();
      map.set(key, this.value(this.afterColon(), depth));
    }
    this.close();
    return map;
  }

  private list(depth: number): Value {
    const list: Value[] = [];
    this.open('Array', depth);
    for (let code = this.firstOf('Array'); code !== 0x5d; code = this.nextEntry('Array')) {
      list.push(this.value(code, depth));
    }
    this.close();
    return list;
  }

  private open(kind: 'Object' | 'Array', depth: number): void {
    if (depth > deepest) throw new JacksonSyntaxError('', 'java.lang.StackOverflowError');
    this.enter(kind);
  }

  private firstOf(kind: 'Object' | 'Array'): number {
    const code = this.nextInside();
    this.checkEnd(code, kind);
    return code;
  }

  /** The closing mark, or what follows a comma. */
  private nextEntry(kind: 'Object' | 'Array'): number {
    const code = this.nextInside();
    if (code === 0x7d || code === 0x5d) {
      this.checkEnd(code, kind);
      return code;
    }
    if (code !== 0x2c) this.unexpected(code, `was expecting comma to separate ${kind} entries`);
    const next = this.afterComma(kind);
    if (kind === 'Object') this.expectQuote(next);
    return next === 0x5d ? this.oddValue(next) : next;
  }

  private expectQuote(code: number): void {
    if (code !== 0x22) this.unexpected(code, 'was expecting double-quote to start field name');
  }

  /** A `}` in a list and a `]` in a map are mismatches. */
  private checkEnd(code: number, kind: 'Object' | 'Array'): void {
    const mismatched = (code === 0x7d && kind === 'Array') || (code === 0x5d && kind === 'Object');
    if (mismatched) this.mismatchedEnd(code);
  }

  private word<T extends Value>(word: string, value: T): T {
    this.matchWord(word);
    return value;
  }

  private number(first: number): Value {
    const digits = this.numberText(first);
    return /[.eE]/.test(digits) ? new Float(Number(digits)) : integer(BigInt(digits));
  }
}
