import { countAtFront } from '../sorted.ts';
import type { LocatedEntry } from './located.ts';

/** An entry with its number among those of its map. */
export interface NumberedEntry {
  readonly entry: LocatedEntry;
  readonly at: number;
}

/** The entries of a map by their places, and those of them that are no tasks. Made once for a map. */
export class EntryIndex {
  /** All of them, in Digdag's order. */
  readonly all: readonly NumberedEntry[];
  /** In Digdag's order too. */
  readonly besideTasks: readonly NumberedEntry[];
  /** Those of the map's own file, in the order of the text. */
  readonly #written: readonly NumberedEntry[];
  #numbers: Map<string, number> | undefined;

  constructor(entries: ReadonlyMap<string, LocatedEntry>, path: string) {
    const all: NumberedEntry[] = [];
    for (const entry of entries.values()) all.push({ entry, at: all.length });
    this.all = all;
    this.besideTasks = all.filter(({ entry }) => !isTask(entry));
    const written = all.filter(({ entry }) => entry.path === path);
    // merge keys and includes may bring entries in another order than that of the text
    this.#written = inOrder(written) ? written : written.sort((a, b) => a.entry.keyStart - b.entry.keyStart);
  }

  /** The number of a key, in Digdag's order; undefined where there is none. */
  numberOf(key: string): number | undefined {
    this.#numbers ??= new Map(this.all.map(({ entry, at }) => [entry.key, at]));
    return this.#numbers.get(key);
  }

  /** The last entry of the map's own file that begins at an offset or before it. */
  at(offset: number): NumberedEntry | undefined {
    return this.#written[countAtFront(this.#written, ({ entry }) => entry.keyStart <= offset) - 1];
  }
}

export function isTask({ key }: Pick<LocatedEntry, 'key'>): boolean {
  return key.startsWith('+');
}

function inOrder(entries: readonly NumberedEntry[]): boolean {
  return entries.every(
    ({ entry }, index) => index === 0 || (entries[index - 1]?.entry.keyStart ?? 0) <= entry.keyStart,
  );
}
