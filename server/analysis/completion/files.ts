import type { FileReference, Operator } from '../../../core/catalog/types.ts';
import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { basename, dirname, isInside, join, relative } from '../../../core/project/paths.ts';
import type { Project } from '../../../core/project/project.ts';
import type { Offer } from './offer.ts';

/** The file in which is typed, with what is around it; absent of documents that have no files. */
export interface Files {
  readonly fs: FileSystem;
  readonly path: string;
  readonly project: Project;
}

/** More names than these are no help. */
const mostFiles = 500;
/** Folders that hold nothing of the user's own. */
const skipped = new Set(['node_modules', '__pycache__', 'venv']);

/** Files that the command or a parameter of an operator names. @param of `command`, or the parameter's name */
export function referencedFiles(operator: Operator | undefined, of: string, typed: string, files: Files): Offer[] {
  return (operator?.files ?? [])
    .filter(({ value, kind }) => value === of && kind !== 'write' && kind !== 'python-module')
    .flatMap((reference) => filesNamed(files, extensionsOf(reference), typed));
}

/** The workflows that `require>` can name: without `.dig`, at the top of the project. */
export function workflowNames({ project, path }: Files): Offer[] {
  return project.workflows
    .filter((workflow) => workflow !== path)
    .map((workflow) => ({ label: basename(workflow, '.dig'), kind: 'file', rank: '1' }));
}

function extensionsOf({ extensions, addExtension, kind }: FileReference): readonly string[] {
  if (extensions) return extensions;
  if (addExtension) return [addExtension];
  return kind === 'maybe-script' ? ['.sh'] : kind === 'ruby-file' ? ['.rb'] : [];
}

/**
 * Files with these endings below the directory of the file, as they are written there, and the folders on the way to them. A path that begins
 * with `../` is looked up from there, as long as it stays in the project.
 */
export function filesNamed({ fs, path, project }: Files, extensions: readonly string[], typed: string): Offer[] {
  const own = dirname(path);
  const up = /^(?:\.\.\/)+/.exec(typed)?.[0] ?? '';
  const from = up.split('/').reduce((at, step) => (step === '..' ? dirname(at) : at), own);
  if (!isInside(project.directory, from)) return [];
  const found: Offer[] = [];
  const folders = new Set<string>();
  const queue = [from];
  for (let at = queue.shift(); at !== undefined && found.length < mostFiles; at = queue.shift()) {
    for (const name of fs.list(at)) {
      const child = join(at, name);
      if (name.startsWith('.') || skipped.has(name) || child === path) continue;
      const shown = up + relative(from, child);
      if (extensions.length === 0 ? name.includes('.') : extensions.some((extension) => name.endsWith(extension))) {
        found.push({ label: shown, kind: 'file', rank: '1' });
        const [first, ...rest] = relative(from, child).split('/');
        if (rest.length > 0) folders.add(`${up}${first}/`);
      } else if (!name.includes('.') && fs.kind(child) === 'directory') queue.push(child);
    }
  }
  if (up === '' && own !== project.directory) folders.add('../');
  const many = found.length > 8 || folders.has('../');
  return many ? [...found, ...[...folders].map(folder)] : found;
}

function folder(label: string): Offer {
  return { label, kind: 'folder', rank: '2', goesOn: true };
}
