import { isTemplate } from '../../catalog/accepts.ts';
import type { FileReference } from '../../catalog/types.ts';
import type { Located, LocatedEntry, LocatedScalar } from '../../project/located.ts';
import { basename, dirname, isInside, join } from '../../project/paths.ts';
import { isFolderOfFile } from '../../workflow/taskNode.ts';
import type { RuleContext } from '../rule.ts';
import { exportsOf, type OperatorTask, operatorTasks } from './task.ts';

/** A file that a task names, by a value that is written out. */
export interface NamedFile {
  readonly reference: FileReference;
  readonly value: LocatedScalar;
  readonly name: string;
  /** The paths that Digdag would try; the first stands for all. */
  readonly paths: readonly string[];
}

/** The file whose tasks are looked at, and its project. */
type FileContext = Pick<RuleContext, 'path' | 'project'>;

/** The files that the tasks name which a rule is to look at. */
export function namedFiles(context: RuleContext): readonly (readonly [OperatorTask, NamedFile])[] {
  return context.once(namedFilesOfFile);
}

function namedFilesOfFile(context: RuleContext): [OperatorTask, NamedFile][] {
  const found: [OperatorTask, NamedFile][] = [];
  for (const task of operatorTasks(context)) {
    if (task.operator.files) for (const file of filesOf(task, context)) found.push([task, file]);
  }
  return found;
}

/** The files that a task reads or writes, as far as the text tells; none where the working directory is not known. */
export function* filesOf(task: OperatorTask, context: FileContext): Generator<NamedFile> {
  const directory = workingDirectory(task, context);
  if (directory === undefined) return;
  for (const { reference, value, name } of fileNames(task)) {
    if (isTemplate(value) || !applies(reference, name)) continue;
    const from = reference.resolve === 'project' ? context.project.directory : directory;
    const paths = candidates(reference, name).map((candidate) => join(from, candidate));
    if (paths.length > 0 && paths.every((path) => isInside(context.project.directory, path)))
      yield { reference, value, name, paths };
  }
}

/** The texts of a task that name files; with `${…}` too. */
export function* fileNames(task: OperatorTask): Generator<Pick<NamedFile, 'reference' | 'value' | 'name'>> {
  for (const reference of task.operator.files ?? []) {
    for (const value of valuesAt(task, reference.value)) {
      if (value.kind !== 'scalar' || typeof value.value !== 'string') continue;
      const name = value.value;
      if (name !== '' && !/^[\w+.-]+:\/\//.test(name)) yield { reference, value, name };
    }
  }
}

/** The directory of the file, unless `_workdir` may say otherwise. */
export function workingDirectory(
  { node }: Pick<OperatorTask, 'node'>,
  { path }: Pick<FileContext, 'path'>,
): string | undefined {
  if (node.config.has('_workdir')) return undefined;
  const exported = exportsOf(node, '_workdir').next().value;
  return !exported || isFolderOfFile(exported) ? dirname(path) : undefined;
}

export function applies({ when, extensions }: FileReference, name: string): boolean {
  return (
    !when?.startsWith('it ends in') ||
    extensions === undefined ||
    extensions.some((extension) => name.endsWith(extension))
  );
}

function candidates({ addExtension, candidates: patterns, resolve }: FileReference, written: string): string[] {
  const name = resolve === 'workdir, name' ? basename(written) : written;
  if (patterns) return patterns.flatMap((pattern) => modulePath(pattern, name));
  return [addExtension && !name.endsWith(addExtension) ? name + addExtension : name];
}

/** `a.b.function` is in `a/b.py`, or is the method `function` of the class `b` in `a.py`. */
function modulePath(pattern: string, callable: string): string[] {
  const names = callable.split('.');
  const fill = (placeholder: string, dropped: number): string[] =>
    names.length > dropped ? [pattern.replace(placeholder, names.slice(0, -dropped).join('/'))] : [];
  return pattern.includes('<a/b>') ? fill('<a/b>', 1) : fill('<a>', 2);
}

/** The values at `command`, a parameter, `list[]`, `list[].key` or `map.list[].key`. */
function valuesAt({ node, use }: OperatorTask, path: string): Located[] {
  if (path === 'command') return use.command ? [use.command] : [];
  let values: Located[] = [node.config];
  for (const step of path.split('.')) {
    const key = step.replace(/\[\]$/, '');
    values = values.flatMap((value) => memberOf(value, key));
    if (step.endsWith('[]')) values = values.flatMap((value) => (value.kind === 'list' ? value.items : []));
  }
  return values;
}

function memberOf(value: Located, key: string): Located[] {
  const entry: LocatedEntry | undefined = value.kind === 'map' ? value.entries.get(key) : undefined;
  return entry ? [entry.value] : [];
}
