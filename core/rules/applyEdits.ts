import type { Fix, TextEdit } from './finding.ts';
import { Ranges } from './support/ranges.ts';

/** A text after edits that do not overlap; edits of other files are left out by the caller. */
export function applyEdits(text: string, edits: readonly Omit<TextEdit, 'path'>[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * The edits by path of as many fixes as fit together, in their order: a fix one of whose edits touches an earlier one is left for a later
 * round, because it was made for a text that is no more.
 */
export function editsThatFit(fixes: readonly Fix[]): Map<string, TextEdit[]> {
  const chosen = new Map<string, TextEdit[]>();
  const taken = new Map<string, Ranges>();
  for (const fix of fixes) {
    if (fix.edits.some((edit) => taken.get(edit.path)?.touches(edit))) continue;
    for (const edit of fix.edits) {
      const edits = chosen.get(edit.path) ?? [];
      const ranges = taken.get(edit.path) ?? new Ranges();
      edits.push(edit);
      ranges.add(edit);
      chosen.set(edit.path, edits);
      taken.set(edit.path, ranges);
    }
  }
  return chosen;
}
