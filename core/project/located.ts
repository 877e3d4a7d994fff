import type { Place } from '../rules/finding.ts';
import { type ConfigMap, type Float, isMap, type Value } from '../value/value.ts';

/**
 * A config in which every value knows where it is written: the file as Digdag loads it, with merge keys and includes in place, so places may
 * lie in other files. The value itself is the place (path, start, end).
 */
export type Located = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar extends Place {
  readonly kind: 'scalar';
  readonly value: null | boolean | string | number | bigint | Float;
}

export interface LocatedList extends Place {
  readonly kind: 'list';
  readonly items: readonly Located[];
}

export interface LocatedMap extends Place {
  readonly kind: 'map';
  /** In Digdag's order. */
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedEntry {
  /** Where the key is written. */
  readonly key: Place;
  readonly value: Located;
}

/** The plain value, without places. */
export function toValue(located: LocatedMap): ConfigMap;
export function toValue(located: Located): Value;
export function toValue(located: Located): Value {
  switch (located.kind) {
    case 'scalar':
      return located.value;
    case 'list':
      return located.items.map((item) => toValue(item));
    case 'map': {
      const map: ConfigMap = new Map();
      for (const [key, entry] of located.entries) map.set(key, toValue(entry.value));
      return map;
    }
  }
}

/** A plain value as a config whose parts all stand at one place: for configs that no one wrote down (generated ones). */
export function locate(value: ConfigMap, place: Place): LocatedMap;
export function locate(value: Value, place: Place): Located;
export function locate(value: Value, place: Place): Located {
  const { path, start, end } = place;
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item) => locate(item, place)), path, start, end };
  }
  if (isMap(value)) {
    const entries = new Map<string, LocatedEntry>();
    for (const [key, item] of value) entries.set(key, { key: place, value: locate(item, place) });
    return { kind: 'map', entries, path, start, end };
  }
  return { kind: 'scalar', value, path, start, end };
}
