import { countAtFront } from '../../core/sorted.ts';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Lines and columns of one text's offsets. LF, CRLF and CR end a line. */
export class Positions {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (const match of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(match.index + match[0].length);
  }

  at(offset: number): Position {
    const line = Math.max(
      countAtFront(this.#starts, (start) => start <= offset),
      1,
    );
    return { line, column: offset - (this.#starts[line - 1] ?? 0) + 1 };
  }

  /** The text of a line (from 1) without its line end. */
  line(line: number): string {
    const text = this.#text.slice(this.#starts[line - 1], this.#starts[line]);
    if (text.endsWith('\r\n')) return text.slice(0, -2);
    return text.endsWith('\n') || text.endsWith('\r') ? text.slice(0, -1) : text;
  }
}
