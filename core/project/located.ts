import type { Place } from '../rules/finding.ts';
import type { ConfigMap, Float, Value } from '../value/value.ts';
import type { Node } from '../yaml/node.ts';
import { EntryIndex } from './entryIndex.ts';

/**
 * A config as Digdag loads it, with the place of every key and value.
 *
 * Merge keys, aliases and `!include` are resolved: the tree is what Digdag's JSON is, in its order of keys. What came from another file
 * carries that file's path in its places. What an alias brought has the place of the alias; the keys and values inside of it have the
 * places where they are written. Trees are immutable and may share parts.
 */
export type Located = LocatedScalar | LocatedList | LocatedMap;

export type LocatedValue = null | boolean | string | number | bigint | Float;

abstract class Written {
  constructor(
    readonly path: string,
    readonly start: number,
    readonly end: number,
    /** The node of the text, where there is one: its style, tag and anchor. */
    readonly node: Node | undefined = undefined,
  ) {}

  get place(): Place {
    return { path: this.path, start: this.start, end: this.end };
  }
}

export class LocatedScalar extends Written {
  readonly kind = 'scalar';

  constructor(
    readonly value: LocatedValue,
    path: string,
    start: number,
    end: number,
    node?: Node,
  ) {
    super(path, start, end, node);
  }
}

export class LocatedList extends Written {
  readonly kind = 'list';

  constructor(
    readonly items: readonly Located[],
    path: string,
    start: number,
    end: number,
    node?: Node,
  ) {
    super(path, start, end, node);
  }
}

export class LocatedMap extends Written {
  readonly kind = 'map';
  private found: EntryIndex | undefined;

  constructor(
    /** In Digdag's order. */
    readonly entries: ReadonlyMap<string, LocatedEntry>,
    path: string,
    start: number,
    end: number,
    node?: Node,
  ) {
    super(path, start, end, node);
  }

  get(key: string): Located | undefined {
    return this.entries.get(key)?.value;
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  /** Finds entries without a look at each: a file may have tens of thousands of tasks, and is asked about them again and again. */
  get index(): EntryIndex {
    this.found ??= new EntryIndex(this.entries, this.path);
    return this.found;
  }
}

export class LocatedEntry {
  constructor(
    readonly key: string,
    readonly path: string,
    readonly keyStart: number,
    readonly keyEnd: number,
    private made: Located | (() => Located),
    /**
     * The entry as it was read first: the same object as long as a top-level entry of a changing text stays as it is (see `SectionCache`), so
     * that it is a key for what was found out about it. Places in it are `shift` characters before those of this entry.
     */
    private readonly first: LocatedEntry | undefined = undefined,
    readonly shift = 0,
  ) {}

  get origin(): LocatedEntry {
    return this.first ?? this;
  }

  get value(): Located {
    if (typeof this.made === 'function') this.made = this.made();
    return this.made;
  }

  get keyPlace(): Place {
    return { path: this.path, start: this.keyStart, end: this.keyEnd };
  }
}

/** The value alone. */
export function toValue(located: Located): Value {
  switch (located.kind) {
    case 'scalar':
      return located.value;
    case 'list':
      return located.items.map(toValue);
    case 'map':
      return toMap(located);
  }
}

/** `toValue` of a map. */
export function toMap(located: LocatedMap): ConfigMap {
  const map: ConfigMap = new Map();
  for (const [key, entry] of located.entries) map.set(key, toValue(entry.value));
  return map;
}

const nowhere: Place = { path: '', start: 0, end: 0 };

/** A plain value as a tree in which everything stands at `place`: for configs that no file holds (generated tasks, `-p`). */
export function locate(value: Value, place: Place = nowhere): Located {
  const { path, start, end } = place;
  if (Array.isArray(value)) {
    const items = value.map((item) => locate(item, place));
    return new LocatedList(items, path, start, end);
  }
  if (value instanceof Map) return locateMap(value, place);
  return new LocatedScalar(value, path, start, end);
}

/** `locate` of a map. */
export function locateMap(map: ConfigMap, place: Place = nowhere): LocatedMap {
  const { path, start, end } = place;
  const entries = new Map<string, LocatedEntry>();
  for (const [key, value] of map) entries.set(key, new LocatedEntry(key, path, start, end, locate(value, place)));
  return new LocatedMap(entries, path, start, end);
}

/** The same value written at another place, as an alias is. Keys and values inside keep theirs. */
export function placedAt(located: Located, path: string, start: number, end: number): Located {
  switch (located.kind) {
    case 'scalar':
      return new LocatedScalar(located.value, path, start, end, located.node);
    case 'list':
      return new LocatedList(located.items, path, start, end, located.node);
    case 'map':
      return new LocatedMap(located.entries, path, start, end, located.node);
  }
}
