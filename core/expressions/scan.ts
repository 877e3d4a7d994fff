/**
 * A text with `${…}`, cut as Digdag's template function cuts it (digdag.js): braces are counted also inside strings and comments, `${word:…}`
 * of a lower-case word is left to operators (secrets), and an expression without its closing brace makes the rest of the text literal.
 * Offsets count UTF-16 units of the scanned text.
 */
export type Part = LiteralPart | ExpressionPart;

interface LiteralPart {
  readonly kind: 'literal';
  readonly start: number;
  readonly end: number;
  /** What Digdag puts there: the source with `$$` made `$`. */
  readonly text: string;
}

export interface ExpressionPart {
  readonly kind: 'expression';
  /** From `$` to behind `}`. */
  readonly start: number;
  readonly end: number;
  /** The JavaScript between the braces, which begins at `start + 2`. Empty for `${}`. */
  readonly script: string;
}

/** What the last step of Digdag's search leaves behind as variables that expressions can see (`${match}`); see engine/prelude. */
export interface Leaks {
  /** The part of the text in which was searched. */
  readonly input: string;
  /** Where `${` was found in it, and `undefined` at the end of a text. */
  readonly index: number;
  readonly match: string | undefined;
}

export interface Scan {
  readonly parts: readonly Part[];
  /** The offset of a `${` that is never closed: from there the text is literal. */
  readonly unclosed?: number;
  readonly leaks?: Leaks;
}

/** Whether Digdag evaluates the text at all (ConfigEvalEngine.isInvokeTemplateRequired). */
export function hasTemplate(text: string): boolean {
  return text.includes('$');
}

export function scan(text: string): Scan {
  const parts: Part[] = [];
  let position = 0;
  let leaks: Leaks | undefined;
  while (position < text.length) {
    const start = findStart(text, position);
    const input = text.slice(position);
    if (start > position) parts.push(literal(text, position, start));
    leaks = { input, index: start - position, match: start < text.length ? text.slice(start + 2) : undefined };
    if (start === text.length) break;
    const close = findClose(text, start + 2);
    if (close === undefined) {
      parts.push(literal(text, start, text.length));
      return { parts, unclosed: start, leaks };
    }
    parts.push({ kind: 'expression', start, end: close + 1, script: text.slice(start + 2, close) });
    position = close + 1;
  }
  return leaks ? { parts, leaks } : { parts };
}

/** The next `${` that opens an expression, or the end of the text. One character must follow it. */
function findStart(text: string, from: number): number {
  const opening = /\$\{(?![a-z]+:)(?=[\s\S])/g;
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? text.length;
}

function findClose(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth < 0) return at;
  }
  return undefined;
}

function literal(text: string, start: number, end: number): LiteralPart {
  return { kind: 'literal', start, end, text: text.slice(start, end).replaceAll('$$', '$') };
}
