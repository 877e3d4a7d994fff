import { countAtFront } from '../sorted.ts';

/** The lines of a block text (`|`) and where each begins in its file: found once for all places in the text. */
export class WrittenLines {
  readonly #starts: number[] = [];
  readonly #written: number[] = [];
  readonly #isAligned: boolean;

  /** @param start where the scalar begins in the source, at its `|` */
  constructor(
    readonly text: string,
    source: string,
    start: number,
    end: number,
  ) {
    this.#isAligned = this.#align(source, start, end);
  }

  /** Where a part of the text stands in the file; undefined where it is not one line as it is written. */
  placeOf(start: number, end: number): { readonly start: number; readonly end: number } | undefined {
    if (!this.#isAligned) return undefined;
    const line = Math.max(countAtFront(this.#starts, (begin) => begin <= start) - 1, 0);
    if (end > (this.#starts[line + 1] ?? this.text.length + 1) - 1) return undefined;
    const distance = (this.#written[line] ?? 0) - (this.#starts[line] ?? 0);
    return { start: start + distance, end: end + distance };
  }

  #align(source: string, start: number, end: number): boolean {
    let at = source.indexOf('\n', start) + 1;
    for (let from = 0; from < this.text.length; ) {
      if (at <= 0 || at > end) return false;
      const lineEnd = endOf(this.text, from);
      const line = this.text.slice(from, lineEnd);
      const writtenEnd = endOf(source, at);
      const isReturned = source.charCodeAt(writtenEnd - 1) === 13;
      const written = writtenEnd - (isReturned ? 1 : 0) - line.length;
      if (written < at || !source.startsWith(line, written) || source.slice(at, written).trim() !== '') return false;
      this.#starts.push(from);
      this.#written.push(written);
      from = lineEnd + 1;
      at = writtenEnd + 1;
    }
    return true;
  }
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
