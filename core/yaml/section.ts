import { isBreak } from './characters.ts';
import type { MappingNode, Node, Pair, Section } from './node.ts';
import { shiftNode } from './shift.ts';

/** A top-level entry of a document, whose tree is moved to its place only when it is looked at. */
export class ParsedSection implements Section {
  private movedKey: Node | undefined = undefined;
  private movedValue: Node | undefined = undefined;

  constructor(
    readonly origin: Pair,
    readonly shift: number,
    readonly start: number,
    readonly end: number,
  ) {}

  get key(): Node {
    if (this.shift === 0) return this.origin.key;
    this.movedKey ??= shiftNode(this.origin.key, this.shift);
    return this.movedKey;
  }

  get value(): Node {
    if (this.shift === 0) return this.origin.value;
    this.movedValue ??= shiftNode(this.origin.value, this.shift);
    return this.movedValue;
  }

  movedBy(distance: number): ParsedSection {
    if (distance === 0) return this;
    return new ParsedSection(this.origin, this.shift + distance, this.start + distance, this.end + distance);
  }
}

/** The map of a document whose text was changed: its entries are sections. */
export class SectionedMapping implements MappingNode {
  readonly kind = 'mapping';
  readonly flow = false;
  readonly tag = undefined;
  readonly anchor = undefined;
  readonly properties = undefined;

  constructor(
    readonly start: number,
    readonly end: number,
    readonly pairs: readonly ParsedSection[],
  ) {}
}

/**
 * The top-level entries of a text: each begins at its key, in column 0, and reaches to the next one. What stands before the first belongs to
 * it. Undefined where an entry does not begin in column 0, or the map has a tag or an anchor.
 */
export function sectionsOf(root: Node | null, text: string): ParsedSection[] | undefined {
  if (root?.kind !== 'mapping' || root.flow || root.properties !== undefined) return undefined;
  const starts: number[] = [];
  for (const { key } of root.pairs) {
    const start = key.properties?.start ?? key.start;
    // Behind `?` a list may begin in column 0: then it is the `?` that begins the entry.
    if (!isLineStart(text, start) || (key.kind === 'sequence' && !key.flow)) return undefined;
    starts.push(start);
  }
  return root.pairs.map((pair, index) => {
    const start = index === 0 ? 0 : (starts[index] ?? 0);
    return new ParsedSection(pair, 0, start, starts[index + 1] ?? text.length);
  });
}

/** Whether column 0 is here. */
export function isLineStart(text: string, position: number): boolean {
  if (position === 0 || isBreak(text.charCodeAt(position - 1))) return true;
  return position === 1 && text.charCodeAt(0) === 0xfeff;
}
