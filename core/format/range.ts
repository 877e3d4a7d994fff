import { lineStartOf } from '../text/lineStart.ts';
import type { YamlDocument } from '../yaml/node.ts';
import type { Edit } from './edits.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The edits of the lines in a range; where these alone would change the meaning (a task moves, and its children do not), those of the
 * top-level entries that the range touches; where these cannot move without the others, all.
 * @returns undefined where nothing is safe
 */
export function editsIn(
  document: YamlDocument,
  edits: readonly Edit[],
  range: Range,
  isSafe: (edits: readonly Edit[]) => boolean,
): readonly Edit[] | undefined {
  const { text } = document;
  const end = text.indexOf('\n', range.end);
  const lines = { start: lineStartOf(text, range.start), end: end < 0 ? text.length : end };
  for (const wanted of [lines, entriesAround(document, lines), { start: 0, end: text.length }]) {
    const chosen = edits.filter((edit) => edit.start >= wanted.start && edit.end <= wanted.end);
    if (isSafe(chosen)) return chosen;
  }
  return undefined;
}

/** From the start of the first top-level entry that the range touches to the start of the first one behind it. */
function entriesAround({ root, text }: YamlDocument, range: Range): Range {
  let start = 0;
  if (root?.kind !== 'mapping' || root.flow) return { start, end: text.length };
  for (const { key } of root.pairs) {
    const at = lineStartOf(text, key.properties?.start ?? key.start);
    if (at <= range.start) start = at;
    else if (at > range.end) return { start, end: at };
  }
  return { start, end: text.length };
}
