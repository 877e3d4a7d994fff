import type { Section, YamlDocument } from '../yaml/node.ts';
import { Constructor } from './constructor.ts';
import { LocatedEntry, LocatedMap } from './located.ts';
import type { SectionCache } from './sectionCache.ts';

/**
 * The config of a document whose top-level entries were mostly constructed before; each is made when it is looked at. Undefined where that
 * cannot be: no sections, a key that is no plain text, an error, an include.
 */
export function constructSections(document: YamlDocument, path: string, cache: SectionCache): LocatedMap | undefined {
  const { sections, root } = document;
  if (!sections || !root) return undefined;
  const maker = new Constructor(document, path, 'file');
  const entries = new Map<string, LocatedEntry>();
  for (const section of sections) {
    const known = cache.get(section.origin) ?? first(maker, section, cache);
    if (!known || maker.hasIncludes || !maker.errors.isEmpty) return undefined;
    entries.set(known.key, section.shift === 0 ? known : moved(maker, section, known));
  }
  return entries.size === sections.length ? new LocatedMap(entries, path, root.start, root.end, root) : undefined;
}

/** The entry where its section was read first. */
function first(maker: Constructor, { origin }: Section, cache: SectionCache): LocatedEntry | undefined {
  const { key, value } = origin;
  if (key.kind !== 'scalar' || key.properties !== undefined) return undefined;
  if (typeof key.value !== 'string' || key.text === '<<') return undefined;
  const made = maker.entry(key.text, key, maker.child(key.text, value));
  // what has a fault is constructed anew, as a whole
  if (made && !maker.hasIncludes && maker.errors.isEmpty) cache.set(origin, made);
  return made;
}

function moved(maker: Constructor, section: Section, known: LocatedEntry): LocatedEntry {
  const { key, path, keyStart, keyEnd } = known;
  const make = () => maker.child(key, section.value);
  return new LocatedEntry(key, path, keyStart + section.shift, keyEnd + section.shift, make, known, section.shift);
}
