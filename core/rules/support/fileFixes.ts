import { loadFile } from '../../project/load.ts';
import { basename, dirname, join, relative } from '../../project/paths.ts';
import { text } from '../../text/text.ts';
import type { Fix, TextEdit } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { quoted } from './literal.ts';

type Files = Pick<RuleContext, 'fs' | 'project'>;

/** Makes a file that is missing; nothing where something is there already. */
export function createFile({ fs, project }: Files, path: string, content: string): Fix[] {
  if (fs.kind(path) !== undefined) return [];
  const title = text('Create {0}', relative(project.directory, path));
  return [{ title, edits: [], files: [{ kind: 'create', path, text: content }], safe: false }];
}

/** Gives a file another name in its folder, and changes what names it. Nothing where the name is taken. */
export function renameFile({ fs }: Files, path: string, name: string, edits: readonly TextEdit[] = []): Fix[] {
  const to = join(dirname(path), name);
  if (fs.kind(to) !== undefined) return [];
  const title = text('Rename the file to {0}', name);
  return [{ title, edits, files: [{ kind: 'rename', path, to }], safe: false }];
}

/** The edits by which every `!include` of a file in the project names it otherwise. */
export function renamedIncludes({ fs, project }: Files, path: string, name: string): TextEdit[] {
  const { called, included } = project.reached;
  const edits: TextEdit[] = [];
  for (const other of new Set([...project.workflows, ...called, ...included])) {
    if (other === path || !(fs.read(other)?.text ?? '').includes(basename(path))) continue;
    for (const { place, target } of loadFile(fs, other)?.includes ?? []) {
      if (target !== path || place.path !== other) continue;
      edits.push({ ...place, newText: quoted(relative(dirname(other), join(dirname(path), name))) });
    }
  }
  return edits;
}
