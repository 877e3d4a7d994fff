import type { FileSystem } from '../../project/fileSystem.ts';
import { LocatedScalar } from '../../project/located.ts';
import { dirname, join } from '../../project/paths.ts';
import { isFolderOfFile, type TaskNode } from '../../workflow/taskNode.ts';
import { hasTemplate } from '../scan.ts';
import { type ScriptLanguage, type ScriptName, type ScriptVariables, scriptVariables } from './scriptVariables.ts';
import type { Definition } from './variable.ts';

/** What a task leaves to others, beside what the catalogue says of its operator. */
export interface Left {
  /** For all later tasks. */
  readonly stores: readonly Definition[];
  /** For the subtasks of the task alone. */
  readonly exports: readonly Definition[];
  /** It may leave more than is known. */
  readonly open: boolean;
}

export const leavesNothing: Left = { stores: [], exports: [], open: false };
export const leavesAnything: Left = { stores: [], exports: [], open: true };

/** More files than anyone writes for one task. */
const limit = 50;

/** One file of a task's code, and what it says about variables. */
export interface Script {
  readonly path: string;
  readonly source: string;
  readonly variables: ScriptVariables;
}

/**
 * What the Python or Ruby files of a task store: the file that it names, and those of the project that this one loads.
 * @param path the workflow file
 */
export function leftByScript(fs: FileSystem, path: string, task: TaskNode, language: ScriptLanguage): Left {
  const scripts = scriptsOf(fs, path, task, language);
  if (scripts.length === 0) return leavesAnything;
  const stores = new Map<string, Definition>();
  const exports = new Map<string, Definition>();
  let open = scripts.length > limit;
  for (const { path: file, source, variables } of scripts) {
    const define = ({ name, start, end }: ScriptName): Definition => {
      const origin = { kind: 'store' as const, place: { path: file, start, end }, task: task.fullName };
      return { name, certainty: 'unknown', origin };
    };
    for (const stored of variables.stores) stores.set(stored.name, define(stored));
    for (const exported of variables.exports) exports.set(exported.name, define(exported));
    if (variables.open || movesImports.test(source)) open = true;
  }
  return { stores: [...stores.values()], exports: [...exports.values()], open };
}

/**
 * The Python or Ruby files of a task, as far as they are found: the one that it names, and those of the project that this one loads.
 * @param path the workflow file
 */
export function scriptsOf(fs: FileSystem, path: string, task: TaskNode, language: ScriptLanguage): Script[] {
  const directory = dirname(path);
  const found = isElsewhere(task) ? [] : existing(fs, directory, namedBy(task, language));
  const files = new Set(found);
  const scripts: Script[] = [];
  for (const file of files) {
    const source = fs.read(file)?.text ?? '';
    const variables = scriptVariables(source, language);
    scripts.push({ path: file, source, variables });
    if (files.size > limit) break;
    for (const loaded of importedBy(fs, directory, file, variables.imports, language)) files.add(loaded);
  }
  return scripts;
}

/** Code that changes where modules are looked for. */
const movesImports = /\bsys\s*\.\s*path\b|\$LOAD_PATH|\$:/;

/** Whether the code runs in a directory that the text does not tell. */
function isElsewhere(task: TaskNode): boolean {
  return task.config.has('script') || task.config.has('_workdir') || hasWorkdir(task);
}

/** Some `_export` around sets another directory than that of the file. */
function hasWorkdir(task: TaskNode): boolean {
  for (let at: TaskNode | null = task; at; at = at.parent) {
    const exported = at.config.get('_export');
    const entry = exported?.kind === 'map' ? exported.entries.get('_workdir') : undefined;
    if (entry) return !isFolderOfFile(entry);
  }
  return false;
}

/** What a key of the task says, or of an `_export` around it. */
function valueAround(task: TaskNode, key: string, section?: string): string | undefined {
  const own = textOf(task.config.get(key));
  if (own !== undefined) return own;
  for (let at: TaskNode | null = task; at; at = at.parent) {
    const exported = at.config.get('_export');
    if (exported?.kind !== 'map') continue;
    const defaults = section === undefined ? undefined : exported.get(section);
    const value = textOf(exported.get(key)) ?? (defaults?.kind === 'map' ? textOf(defaults.get(key)) : undefined);
    if (value !== undefined) return value;
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return value instanceof LocatedScalar && typeof value.value === 'string' ? value.value : undefined;
}

/** The files that may hold the function of a task, from its working directory; none where the text does not tell. */
function namedBy(task: TaskNode, language: ScriptLanguage): string[] {
  const name = language === 'ruby' ? valueAround(task, 'require', 'rb') : textOf(task.operators[0]?.command);
  if (name === undefined || name === '' || hasTemplate(name)) return [];
  if (language === 'ruby') return [`${name.replace(/\.rb$/, '')}.rb`];
  const names = name.split('.');
  return [1, 2].filter((dropped) => names.length > dropped).flatMap((dropped) => pythonFiles(names.slice(0, -dropped)));
}

function pythonFiles(names: readonly string[]): string[] {
  const path = names.join('/');
  return [`${path}.py`, `${path}/__init__.py`];
}

/**
 * The files that code loads by some names, as far as they are found: `a.b` of Python's `import`, `a/b` of Ruby's `require`.
 * @param directory that of the workflow; @param file the one that loads them
 */
export function importedBy(
  fs: FileSystem,
  directory: string,
  file: string,
  imports: readonly string[],
  language: ScriptLanguage,
): string[] {
  const own = dirname(file);
  return imports.flatMap((name) => {
    if (language === 'ruby') {
      const ruby = [`${name.replace(/\.rb$/, '')}.rb`];
      return [...existing(fs, directory, ruby), ...existing(fs, own, ruby)];
    }
    const dots = /^\.*/.exec(name)?.[0].length ?? 0;
    const files = pythonFiles(name.slice(dots).split('.').filter(Boolean));
    if (dots > 0) return existing(fs, join(own, '../'.repeat(dots - 1) || '.'), files);
    return [...existing(fs, directory, files), ...existing(fs, own, files)];
  });
}

function existing(fs: FileSystem, directory: string, names: readonly string[]): string[] {
  return names.map((name) => join(directory, name)).filter((path) => fs.kind(path) === 'file');
}
