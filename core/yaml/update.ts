import { countAtFront } from '../sorted.ts';
import { ParsedDocument } from './document.ts';
import { DocumentReader } from './documentReader.ts';
import type { YamlDocument } from './node.ts';
import { findUnprintable } from './printable.ts';
import { readYaml } from './read.ts';
import { isLineStart, ParsedSection, SectionedMapping, sectionsOf } from './section.ts';

/** What changed: the characters from `start` to `end` of the old text became `newLength` characters of the new one. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newLength: number;
}

/**
 * Reads a changed text, of which most was read before: only the top-level entries at the change are read anew, the others keep their trees.
 * Where the change may reach further (aliases, document markers, errors, a key that is gone), everything is read. The answer is always that
 * of `readYaml(newText)`.
 */
export function updateYaml(previous: YamlDocument, newText: string, change: TextChange): YamlDocument {
  const sections = previous instanceof ParsedDocument ? previous.sections : undefined;
  const isChange = newText.length === previous.text.length - (change.end - change.start) + change.newLength;
  const updated = sections && isChange ? update(previous, sections, newText, change) : undefined;
  return updated ?? readYaml(newText);
}

/**
 * Why sections can be read apart: behind a section stands a key in column 0. There SnakeYAML's scanner has closed every block, a scalar
 * without quotes ends, and a block scalar ends too; quotes and brackets that are still open make the section alone an error. So a section
 * that is read alone without error is read the same in its text.
 */
function update(
  previous: YamlDocument,
  sections: readonly ParsedSection[],
  newText: string,
  { start, end, newLength }: TextChange,
): ParsedDocument | undefined {
  const first = indexAt(sections, start - 1);
  const last = indexAt(sections, end);
  const from = sections[first]?.start ?? 0;
  const moved = newLength - (end - start);
  const to = (sections[last]?.end ?? previous.text.length) + moved;
  if (to < newText.length && !isLineStart(newText, to)) return undefined;
  const read = readSections(newText.slice(from, to), from);
  if (!read || !previous.root) return undefined;
  const all = [
    ...sections.slice(0, first),
    ...read.sections,
    ...sections.slice(last + 1).map((section) => section.movedBy(moved)),
  ];
  const rootEnd = last === sections.length - 1 ? read.end : previous.root.end + moved;
  const rootStart = first === 0 ? read.start : previous.root.start;
  const root = new SectionedMapping(rootStart, rootEnd, all);
  return new ParsedDocument(newText, root, [], { hasAliases: false, hasMarkers: false }, all);
}

/** The last section that begins at `position` or before it. */
function indexAt(sections: readonly ParsedSection[], position: number): number {
  return Math.max(countAtFront(sections, (section) => section.start <= position) - 1, 0);
}

interface ReadSections {
  readonly sections: readonly ParsedSection[];
  /** Where the map of these sections begins and ends in the whole text. */
  readonly start: number;
  readonly end: number;
}

/** Reads sections alone; undefined where they are no error-free entries of a map in column 0. */
function readSections(text: string, from: number): ReadSections | undefined {
  if (findUnprintable(text) >= 0 || (from > 0 && text.charCodeAt(0) === 0xfeff)) return undefined;
  const reader = new DocumentReader(text);
  reader.read();
  const { root } = reader;
  if (reader.faults.length > 0 || reader.hasAliases || reader.hasMarkers) return undefined;
  const sections = sectionsOf(root, text);
  if (!root || !sections || sections.length === 0 || (from > 0 && root.start !== 0)) return undefined;
  const placed = sections.map(({ origin, start, end }) => new ParsedSection(origin, from, start + from, end + from));
  return { sections: placed, start: root.start + from, end: root.end + from };
}
