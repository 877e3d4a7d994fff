import { Float, integer, type Value } from './value.ts';

/** Deeper JSON is refused, so that no caller's recursion can overflow. */
const deepest = 1000;

/**
 * Reads JSON and keeps apart what JavaScript's own reader mixes: `1` and `1.0`, integers beyond 2^53, and the order of keys.
 * Of a key that occurs twice the later value counts, at the place of the first, as with Jackson. Undefined where the text is no JSON.
 */
export function parseJson(text: string): Value | undefined {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  return value !== undefined && reader.isAtEnd() ? value : undefined;
}

class JsonReader {
  private position = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    this.skipSpace();
    return this.position === this.text.length;
  }

  value(depth: number): Value | undefined {
    this.skipSpace();
    switch (this.text[this.position]) {
      case '{':
        return depth < deepest ? this.map(depth + 1) : undefined;
      case '[':
        return depth < deepest ? this.list(depth + 1) : undefined;
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private map(depth: number): Value | undefined {
    const map = new Map<string, Value>();
    this.position++;
    if (this.skips('}')) return map;
    do {
      this.skipSpace();
      const key = this.string();
      if (key === undefined || !this.skips(':')) return undefined;
      const value = this.value(depth);
      if (value === undefined) return undefined;
      map.set(key, value);
    } while (this.skips(','));
    return this.skips('}') ? map : undefined;
  }

  private list(depth: number): Value | undefined {
    const list: Value[] = [];
    this.position++;
    if (this.skips(']')) return list;
    do {
      const value = this.value(depth);
      if (value === undefined) return undefined;
      list.push(value);
    } while (this.skips(','));
    return this.skips(']') ? list : undefined;
  }

  private string(): string | undefined {
    const { text } = this;
    const start = this.position;
    if (text[start] !== '"') return undefined;
    let end = start + 1;
    let isPlain = true;
    for (let code = text.charCodeAt(end); code !== 34; code = text.charCodeAt(end)) {
      if (code < 32 || end >= text.length) return undefined;
      if (code === 92) isPlain = false;
      end += code === 92 ? 2 : 1;
    }
    this.position = end + 1;
    return isPlain ? text.slice(start + 1, end) : unquote(text.slice(start, end + 1));
  }

  private word<T extends Value>(word: string, value: T): T | undefined {
    if (!this.text.startsWith(word, this.position)) return undefined;
    this.position += word.length;
    return value;
  }

  private number(): Value | undefined {
    numberForm.lastIndex = this.position;
    const digits = numberForm.exec(this.text)?.[0];
    if (digits === undefined) return undefined;
    this.position += digits.length;
    return /[.eE]/.test(digits) ? new Float(Number(digits)) : wholeNumber(digits);
  }

  private skips(character: string): boolean {
    this.skipSpace();
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.position++;
    }
  }
}

const numberForm = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

function wholeNumber(digits: string): number | bigint {
  return digits.length <= 15 ? Number(digits) + 0 : integer(BigInt(digits));
}

/** A JSON string with escapes; undefined where an escape is unknown. */
function unquote(quoted: string): string | undefined {
  if (/\\(?:[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))/.test(quoted.replaceAll('\\\\', ''))) return undefined;
  return JSON.parse(quoted) as string;
}
