import { isTask } from '../project/entryIndex.ts';
import type { LoadedFile } from '../project/load.ts';
import { type LocatedEntry, LocatedMap } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import type { PlacedTask } from '../rules/rule.ts';
import { countAtFront } from '../sorted.ts';
import type { MappingNode, Section } from '../yaml/node.ts';
import type { CheckCache, KnownTask } from './checkCache.ts';

/** An entry at the top of a file with the range of the text that is its own. */
export interface FilePart {
  readonly entry: LocatedEntry;
  readonly section: Section;
  readonly isTask: boolean;
  /** The task, where it is known from the checks before. */
  readonly placed: KnownPart | undefined;
}

/** A known task where it stands now. */
export interface KnownPart extends PlacedTask {
  readonly entry: LocatedEntry;
  readonly known: KnownTask;
}

/** The entries of a file of which each could be loaded apart from the others; undefined of other files. */
export function partsOf({ config, document, errors, includes }: LoadedFile, cache: CheckCache): FilePart[] | undefined {
  const { sections } = document;
  if (!config || !sections || errors.length > 0 || includes.length > 0) return undefined;
  if (config.entries.size !== sections.length) return undefined;
  const parts: FilePart[] = [];
  for (const entry of config.entries.values()) {
    const section = sections[parts.length];
    if (!section) return undefined;
    // either all entries are those of the sections, or none is
    if (parts.length === 0 && cache.sections.get(section.origin) !== entry.origin) return undefined;
    const isOne = isTask(entry);
    parts.push({ entry, section, isTask: isOne, placed: isOne ? placedTask(entry, cache) : undefined });
  }
  return parts;
}

function placedTask(entry: LocatedEntry, cache: CheckCache): KnownPart | undefined {
  const known = cache.tasks.get(entry.origin);
  return known && { entry, task: known.node, shift: entry.shift - known.shift, known };
}

/** The part in which a place begins. */
export function partAt(parts: readonly FilePart[], { start }: Place): FilePart | undefined {
  return parts[Math.max(countAtFront(parts, ({ section }) => section.start <= start) - 1, 0)];
}

/** The file as if these parts were all of it. */
export function reduceTo(parts: readonly FilePart[], file: LoadedFile): LoadedFile & { readonly config: LocatedMap } {
  const { path, document } = file;
  const { start, end } = document.root ?? { start: 0, end: 0 };
  const root: MappingNode = { kind: 'mapping', flow: false, start, end, pairs: parts.map(({ section }) => section) };
  const entries = new Map(parts.map(({ entry }) => [entry.key, entry]));
  const { text, errors, hasAliases } = document;
  return {
    ...file,
    document: { text, root, errors, hasAliases, sections: undefined },
    config: new LocatedMap(entries, path, start, end, root),
  };
}
