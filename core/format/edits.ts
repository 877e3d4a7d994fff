import { isBlank, isBreak, isBreakOrEnd } from '../yaml/characters.ts';

/** A change of a text: offsets count UTF-16 units, `end` is exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Collects edits of a text in its order, and knows its lines. Only what really changes becomes an edit. */
export class Edits {
  readonly list: Edit[] = [];
  /** A NUL behind the text ends the last line, so that no loop has to compare with a length. */
  private readonly source: string;
  /** How the text ends its lines. */
  readonly lineBreak: string;
  /** What was looked at last of a line, up to its end: a long line is asked for at each of its tokens. */
  private lastLine = { from: 0, end: -1 };

  constructor(readonly text: string) {
    this.source = `${text}\0`;
    const end = this.lineEnd(0);
    this.lineBreak = text.slice(end, this.behindBreak(end)) || '\n';
  }

  replace(start: number, end: number, newText: string): void {
    if (end - start === newText.length && this.text.startsWith(newText, start)) return;
    this.list.push({ start, end, newText });
  }

  /** Makes the spaces between two offsets as wide as said. */
  space(start: number, end: number, width: number): void {
    if (end - start !== width) this.replace(start, end, ' '.repeat(width));
  }

  /** Where the line ends on which `position` stands: at its break. */
  lineEnd(position: number): number {
    const { from, end } = this.lastLine;
    if (from <= position && position <= end) return end;
    let at = position;
    while (!isBreakOrEnd(this.source.charCodeAt(at))) at++;
    this.lastLine = { from: position, end: Math.min(at, this.text.length) };
    return this.lastLine.end;
  }

  /** Behind the break at `position`; the position itself where there is none. */
  behindBreak(position: number): number {
    const code = this.source.charCodeAt(position);
    if (!isBreak(code)) return position;
    return code === 13 && this.source.charCodeAt(position + 1) === 10 ? position + 2 : position + 1;
  }

  /** The first character from `position` on that is no space. */
  behindSpaces(position: number, limit = this.text.length): number {
    let at = position;
    while (at < limit && this.source.charCodeAt(at) === 32) at++;
    return at;
  }

  /** Behind the last character before `end` that is neither space nor tab. */
  trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && isBlank(this.source.charCodeAt(at - 1))) at--;
    return at;
  }
}
