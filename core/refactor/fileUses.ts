import type { FileReference } from '../catalog/types.ts';
import { placeOfPart } from '../expressions/uses.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { LoadedFile } from '../project/load.ts';
import { LocatedScalar } from '../project/located.ts';
import { dirname, isInside, join, relative } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Place } from '../rules/finding.ts';
import { filesOf, type NamedFile, workingDirectory } from '../rules/support/files.ts';
import { inScope, type OperatorTask, operatorTasksIn } from '../rules/support/task.ts';
import type { TaskNode } from '../workflow/taskNode.ts';

/** A workflow file with what it includes, and the project that it belongs to. */
export interface ProjectFile {
  readonly path: string;
  readonly project: Project;
  readonly file: LoadedFile;
}

/** A name of a file in a text: what stands there, and the file that is meant. The file is there. */
export interface FileUse {
  readonly how: 'include' | FileReference['kind'];
  /** The value that holds the name. */
  readonly value: LocatedScalar;
  /** The value as it is read: a command line may hold more than the name. */
  readonly text: string;
  /** Where the name stands in `text`. */
  readonly start: number;
  readonly end: number;
  /** The directory from which the name is looked up. */
  readonly base: string;
  /** The path of the file. */
  readonly target: string;
  /** What the operator adds to a name without it: `.dig`. */
  readonly addExtension?: string;
  /** `require>` takes names of workflows, and no paths. */
  readonly namesWorkflow: boolean;
}

/** Where the name stands in its file; the whole value where the file writes it otherwise than it is read. */
export function placeOfUse({ value, text, start, end }: FileUse, source: string): Place {
  return placeOfPart({ scalar: value, text, known: {} }, { start, end }, source) ?? value.place;
}

/** The files that a workflow file names: `!include` (in included files too), and what its tasks call, read and run. */
export function* fileUses(
  fs: FileSystem,
  of: ProjectFile,
  tasks: Iterable<TaskNode>,
  sourceOf: (path: string) => string,
): Generator<FileUse> {
  yield* includeUses(fs, of, sourceOf);
  yield* taskUses(fs, of, tasks);
}

function* includeUses(fs: FileSystem, { file }: ProjectFile, sourceOf: (path: string) => string): Generator<FileUse> {
  for (const { place, target } of file.includes) {
    if (fs.kind(target) !== 'file') continue;
    const { path, start, end } = place;
    const text = unquoted(sourceOf(path).slice(start, end));
    const value = new LocatedScalar(text, path, start, end);
    const name = { how: 'include', value, text, start: 0, end: text.length } as const;
    yield { ...name, base: dirname(path), target, namesWorkflow: false };
  }
}

function unquoted(written: string): string {
  return /^(['"])(.*)\1$/s.exec(written)?.[2] ?? written;
}

/** The files that tasks name, and that are there. */
export function* taskUses(
  fs: FileSystem,
  of: Pick<ProjectFile, 'path' | 'project'>,
  tasks: Iterable<TaskNode>,
): Generator<FileUse> {
  for (const task of operatorTasksIn(tasks)) {
    const base = workingDirectory(task, of);
    if (base === undefined || (task.operator.name === 'require' && isElsewhere(task))) continue;
    for (const file of filesOf(task, of)) {
      if (file.reference.kind === 'maybe-script') yield* scriptUses(fs, of.project, file, base);
      else if (file.reference.kind !== 'write') yield* namedUse(fs, of.project, file, base);
    }
  }
}

/** The workflow of another project is meant. */
function isElsewhere({ node }: OperatorTask): boolean {
  return inScope(node, 'project_id') || inScope(node, 'project_name');
}

function* namedUse(
  fs: FileSystem,
  project: Project,
  { reference, value, name, paths }: NamedFile,
  workdir: string,
): Generator<FileUse> {
  const target = paths.find((path) => fs.kind(path) === 'file');
  const namesWorkflow = reference.resolve === 'project';
  if (target === undefined || (namesWorkflow && name.endsWith('.dig'))) return;
  const base = namesWorkflow ? project.directory : workdir;
  const end = reference.kind === 'python-module' ? moduleOf(base, target).length : name.length;
  const { addExtension } = reference;
  const use = { how: reference.kind, value, text: name, start: 0, end, base, target, namesWorkflow };
  yield addExtension === undefined ? use : { ...use, addExtension };
}

/** The name by which Python imports a file: `a.b` for `a/b.py` and for `a/b/__init__.py`. */
export function moduleOf(directory: string, path: string): string {
  return relative(directory, path)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}

/** What may be a path in a command line: the shell's own signs, quotes and variables end it. */
const commandWord = /[^\s'"`;|&()<>=$\\{}]+/g;

/** The words of a command that are paths of files of the project. Behind a `cd` they would be looked up from elsewhere. */
function* scriptUses(
  fs: FileSystem,
  project: Project,
  { value, name: text }: NamedFile,
  base: string,
): Generator<FileUse> {
  const moves = /(?:^|[\s;&|(])(?:cd|pushd)\s/.exec(text)?.index ?? text.length;
  for (const { 0: word, index } of text.slice(0, moves).matchAll(commandWord)) {
    const before = text[index - 1];
    if (!/[./]/.test(word) || before === '$' || before === '}' || before === '{') continue;
    const target = join(base, word);
    if (!isInside(project.directory, target) || fs.kind(target) !== 'file') continue;
    const end = index + word.length;
    yield { how: 'maybe-script', value, text, start: index, end, base, target, namesWorkflow: false };
  }
}
