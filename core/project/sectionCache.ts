import type { Pair } from '../yaml/node.ts';
import type { LocatedEntry } from './located.ts';

/**
 * Keeps the top-level entries of a text that changes, from one `loadFile` to the next. One for each open document: places name its path.
 * Entries are known by the origins of the document's sections, and forgotten with them.
 */
export class SectionCache {
  private readonly entries = new WeakMap<Pair, LocatedEntry>();

  get(origin: Pair): LocatedEntry | undefined {
    return this.entries.get(origin);
  }

  set(origin: Pair, entry: LocatedEntry): void {
    this.entries.set(origin, entry);
  }
}
