import { deepestNesting } from '../yaml/nesting.ts';
import type { Located } from './located.ts';

/** A config may become so many values larger by its aliases and includes. Digdag has no limit: it runs out of memory. */
const mostCopies = 200_000;

interface Weight {
  readonly size: number;
  readonly depth: number;
}

const scalarWeight: Weight = { size: 1, depth: 0 };

/** Watches how large and deep a config becomes where parts of it are used more than once, without walking over the copies. */
export class Weights {
  private readonly known = new Map<object, Weight>();
  private copies = 0;

  /** Whether one more copy may be used at this depth, or what Java says instead. */
  addCopy(located: Located, depth: number): 'ok' | 'OutOfMemoryError' | 'StackOverflowError' {
    const weight = this.of(located);
    if (depth + weight.depth > deepestNesting) return 'StackOverflowError';
    this.copies += weight.size;
    return this.copies > mostCopies ? 'OutOfMemoryError' : 'ok';
  }

  /** Measures each part once: a copy at another place shares its entries or items, which are the key. */
  private of(located: Located): Weight {
    if (located.kind === 'scalar') return scalarWeight;
    const parts = located.kind === 'map' ? located.entries : located.items;
    const known = this.known.get(parts);
    if (known) return known;
    let size = 1;
    let depth = 0;
    for (const part of childrenOf(located)) {
      const weight = this.of(part);
      size += weight.size;
      depth = Math.max(depth, weight.depth);
    }
    const weight = { size, depth: depth + 1 };
    this.known.set(parts, weight);
    return weight;
  }
}

function* childrenOf(located: Located): Iterable<Located> {
  if (located.kind === 'list') yield* located.items;
  if (located.kind !== 'map') return;
  for (const entry of located.entries.values()) yield entry.value;
}
