import type { Edits } from './edits.ts';

/** More blank lines in a row are taken away. */
const mostBlankLines = 2;

export interface Between {
  /** The start of a line. */
  readonly start: number;
  /** Where the next token stands, or the end of the text. */
  readonly stop: number;
  /** Nothing stands before these lines. */
  readonly isFirst: boolean;
  /** Blank lines here are text of the block scalar (`|+`) before them. */
  readonly keepsBlanks: boolean;
  /** The new column of a comment. */
  readonly column: (column: number) => number;
}

/**
 * Formats lines between two tokens: blank ones and comments. At the beginning and the end of the text blank lines go.
 * @returns the start of the line on which the next token stands (the end of the text where there is none)
 */
export function formatBetween(edits: Edits, { start, stop, isFirst, keepsBlanks, column }: Between): number {
  const atEnd = stop === edits.text.length;
  let most = isFirst ? 0 : mostBlankLines;
  let keeps = keepsBlanks;
  for (let at = start; ; ) {
    const blanks = blankLines(edits, at, stop);
    const isLast = edits.behindSpaces(blanks.end, stop) === stop;
    if (keeps) for (const line of blanks.lines) edits.replace(line, edits.lineEnd(line), '');
    else if (isLast && atEnd) edits.replace(at, stop, '');
    else edits.replace(at, blanks.end, edits.lineBreak.repeat(Math.min(blanks.lines.length, most)));
    at = blanks.end;
    if (isLast) {
      if (keeps && atEnd) edits.replace(at, stop, '');
      return atEnd ? stop : at;
    }
    const comment = edits.behindSpaces(at, stop);
    const end = edits.lineEnd(comment);
    edits.space(at, comment, column(comment - at));
    edits.replace(edits.trimmedEnd(comment, end), end, '');
    if (end === stop) return stop;
    at = edits.behindBreak(end);
    most = mostBlankLines;
    keeps = false;
  }
}

/** The starts of the blank lines from `start` on, and where the first other line begins. */
function blankLines(edits: Edits, start: number, stop: number): { lines: number[]; end: number } {
  const lines: number[] = [];
  let at = start;
  for (;;) {
    const end = edits.lineEnd(edits.behindSpaces(at, stop));
    if (end >= stop || edits.trimmedEnd(at, end) > at) return { lines, end: at };
    lines.push(at);
    at = edits.behindBreak(end);
  }
}
