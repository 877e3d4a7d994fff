import type { FetchedWorkflow } from '../../core/http/fetchedWorkflow.ts';
import type { Located } from '../../core/project/located.ts';
import { basename } from '../../core/project/paths.ts';
import { type Text, text } from '../../core/text/text.ts';

/** What a fetched workflow says without effect, and which files of the project it reads. */
export function definitionNotes({ compiled, source }: FetchedWorkflow): Text[] {
  const idle = ['timezone', 'schedule', 'sla', '_check'].filter((key) => source.has(key));
  const notes = idle.map((key) => text('{0} in the answer has no effect: the calling workflow decides.', key));
  const files = new Set<string>();
  collectFiles(source, files, new Set());
  files.delete(compiled.root.place.path);
  const names = [...files].map((path) => basename(path)).sort();
  if (names.length > 0) notes.push(text('!include in the answer reads files of this project: {0}', names.join(', ')));
  return notes;
}

/** Trees share parts: each is looked at once. */
function collectFiles(located: Located, files: Set<string>, seen: Set<Located>): void {
  if (seen.has(located)) return;
  seen.add(located);
  files.add(located.path);
  if (located.kind === 'list') for (const item of located.items) collectFiles(item, files, seen);
  if (located.kind === 'map') {
    for (const { path, value } of located.entries.values()) {
      files.add(path);
      collectFiles(value, files, seen);
    }
  }
}
