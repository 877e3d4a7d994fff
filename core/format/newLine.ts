import { lineStartOf } from '../text/lineStart.ts';
import type { Edit } from './edits.ts';

const header = /:[ ]+(?:[!&]\S+[ ]+)*[|>](?:[-+]?([1-9])?[-+]?)[ ]*(?:#.*)?$/;
const openKey =
  /^(?:[ ]|-[ ])*(?:"[^"]*"|'[^']*'|[^\s#'"{[-](?:[^#:]|:(?=\S)|(?<=\S)#)*|[-?](?=\S)[^#:]*)[ ]*:[ ]*(?:[&!]\S+[ ]*)*(?:#.*)?$/;

/**
 * The edits that indent the empty line which Enter has just made: deeper behind a key without a value and behind `|` and `>`, else as the line above.
 * Told from the lines alone, so that it is right in half-typed text and takes no time.
 * @param at where the cursor is, on the new line
 */
export function indentNewLine(text: string, at: number, width: number): Edit[] {
  const start = lineStartOf(text, at);
  const end = lineEnd(text, start);
  if (start === 0 || !/^[ \t]*$/.test(text.slice(start, end))) return [];
  const above = text.slice(lineStartOf(text, start - 1), start).replace(/\r?\n$/, '');
  if (/^\s*$/.test(above)) return [];
  const indent = ' '.repeat(indentBelow(text, start - 1, above, width));
  return text.slice(start, end) === indent ? [] : [{ start, end, newText: indent }];
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  const to = end < 0 ? text.length : end;
  return text[to - 1] === '\r' && to > start ? to - 1 : to;
}

function indentBelow(text: string, end: number, above: string, width: number): number {
  const own = columnOf(above);
  if (/^\s*#/.test(above) || isInBlockScalar(text, end, own)) return leading(above);
  const block = header.exec(above);
  if (block) return own + (block[1] === undefined ? width : Number(block[1]));
  if (openKey.test(above)) return own + width;
  return /^[ ]*-[ ]+[^:]*$/.test(above) ? leading(above) : own;
}

function leading(line: string): number {
  return /^[ ]*/.exec(line)?.[0].length ?? 0;
}

/** Where a key stands: a `- ` before it counts as indentation. */
function columnOf(line: string): number {
  return /^(?:[ ]|-[ ])*/.exec(line)?.[0].length ?? 0;
}

/** Whether the nearest line above that stands less deep opens a block scalar. */
function isInBlockScalar(text: string, end: number, column: number): boolean {
  for (let at = text.lastIndexOf('\n', end - 1); at > 0; ) {
    const start = lineStartOf(text, at);
    const line = text.slice(start, at).replace(/\r$/, '');
    if (line.trim() !== '' && leading(line) < column) return header.test(line);
    at = start - 1;
  }
  return false;
}
