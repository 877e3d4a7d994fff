import type { FileSystem } from '../core/project/fileSystem.ts';
import type { Place } from '../core/rules/finding.ts';
import type { SourceLine } from './events.ts';

/** Turns places into lines and columns. Each file is read once, when it is first asked for: as it was when the run began. */
export class Sources {
  readonly #starts = new Map<string, readonly number[]>();

  constructor(readonly files: FileSystem) {}

  lineOf({ path, start }: Place): SourceLine {
    const starts = this.#startsOf(path);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return { path, line: low + 1, column: start - (starts[low] ?? 0) + 1 };
  }

  #startsOf(path: string): readonly number[] {
    const known = this.#starts.get(path);
    if (known) return known;
    const text = this.files.read(path)?.text ?? '';
    const starts = [0];
    for (const { index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + (text.startsWith('\r\n', index) ? 2 : 1));
    this.#starts.set(path, starts);
    return starts;
  }
}
