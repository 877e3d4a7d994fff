import { isBreak } from './characters.ts';

/** A place as Digdag counts it: from 1, columns in code points, lines ended by LF, CR, CRLF, NEL, LS and PS. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column of a UTF-16 offset, as Digdag's messages tell them. A byte order mark at the beginning has no width. */
export function lineColumn(text: string, offset: number): LineColumn {
  let line = 1;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let index = start; index < offset; index++) {
    const code = text.charCodeAt(index);
    if (code > 13 && code !== 0x85 && code < 0x2028) continue;
    if (!isBreak(code) || (code === 13 && (text.charCodeAt(index + 1) === 10 || index + 1 === text.length))) continue;
    line++;
    start = index + 1;
  }
  return { line, column: codePoints(text, start, offset) + 1 };
}

/** How many code points stand between two offsets. */
function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index++) {
    const isPairEnd = (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
    if (!isPairEnd || index === start) count++;
  }
  return count;
}
