import { LocatedEntry, LocatedMap } from './located.ts';

/** `over` merged into `base`, maps deeply; what both have keeps its place in `base`. Neither is changed. */
export function mergeLocated(base: LocatedMap, over: LocatedMap): LocatedMap {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key);
    if (before?.value.kind === 'map' && entry.value.kind === 'map') {
      const { path, keyStart, keyEnd } = before;
      entries.set(key, new LocatedEntry(key, path, keyStart, keyEnd, mergeLocated(before.value, entry.value)));
    } else {
      entries.set(key, entry);
    }
  }
  return new LocatedMap(entries, base.path, base.start, base.end, base.node);
}
