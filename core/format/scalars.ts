import type { Token } from '../yaml/token.ts';
import type { Block } from './block.ts';
import type { Edits } from './edits.ts';

/**
 * Moves the lines of a `|` or `>` scalar with the block around it; what they hold stays as it is.
 * Where no indicator says how deep they stand, it is the widest of the first line with text and of the blank ones before it.
 */
export function formatBlockScalar(edits: Edits, token: Token, block: Block | undefined): void {
  const { text } = edits;
  const headerEnd = edits.lineEnd(token.start);
  edits.replace(edits.trimmedEnd(token.start, headerEnd), headerEnd, '');
  const start = edits.behindBreak(headerEnd);
  const indicator = Number(/^[|>][+-]?(\d)/.exec(text.slice(token.start, token.start + 3))?.[1] ?? 0);
  const outer = block?.column ?? 0;
  const indent = indicator > 0 ? outer + indicator : contentColumn(edits, start, token.end);
  const moved = block?.newColumn ?? 0;
  const newIndent = indicator > 0 ? moved + indicator : block ? block.inside : indent;
  for (let at = start; at < token.end; ) {
    const end = edits.lineEnd(at);
    const first = edits.behindSpaces(at, Math.min(end, at + indent));
    if (first === end) edits.replace(at, end, '');
    else edits.space(at, first, newIndent);
    at = edits.behindBreak(end);
    if (at === end) return;
  }
}

function contentColumn(edits: Edits, start: number, stop: number): number {
  let widest = 0;
  for (let at = start; at < stop; ) {
    const end = edits.lineEnd(at);
    const first = edits.behindSpaces(at, end);
    widest = Math.max(widest, first - at);
    if (first < end || first >= stop) break;
    at = edits.behindBreak(end);
  }
  return widest;
}

/** Whether a block scalar keeps (`+`) or strips (`-`) the line ends behind it; '' where it does neither. */
export function chompingOf(text: string, token: Token): '' | '+' | '-' {
  const sign = /^[|>]\d?([+-])/.exec(text.slice(token.start, token.start + 3))?.[1];
  return sign === '+' || sign === '-' ? sign : '';
}

/**
 * Moves the further lines of a plain or quoted scalar by `shift`, but not before `least`. White space at both ends of its lines means nothing,
 * but for what a backslash holds.
 * @returns the start of its last line and how far that moved; undefined where it has one line
 */
export function formatFurtherLines(
  edits: Edits,
  { start, end, style }: Token,
  shift: number,
  least: number,
): { lineStart: number; shift: number } | undefined {
  let last: { lineStart: number; shift: number } | undefined;
  for (let from = start; ; ) {
    const lineEnd = edits.lineEnd(from);
    if (lineEnd >= end) return last;
    const trimmed = edits.trimmedEnd(from, lineEnd);
    if (style !== 'double' || edits.text[trimmed - 1] !== '\\') edits.replace(trimmed, lineEnd, '');
    const at = edits.behindBreak(lineEnd);
    const first = edits.behindSpaces(at, end);
    const column = first - at;
    // A line that begins with tabs cannot be lined up, and a blank one is trimmed in the next turn.
    const isText = edits.trimmedEnd(at, edits.lineEnd(at)) > first && edits.text[first] !== '\t';
    const newColumn = isText ? Math.max(least, column + shift) : column;
    edits.space(at, first, newColumn);
    last = { lineStart: at, shift: newColumn - column };
    from = isText ? first : at;
  }
}
