import { nearest } from '../catalog/nearest.ts';
import type { FileReference } from '../catalog/types.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { basename, dirname, isInside, join, relative } from '../project/paths.ts';
import { type Text, text } from '../text/text.ts';
import { walkTasks } from '../workflow/taskNode.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { createFile } from './support/fileFixes.ts';
import { type NamedFile, namedFiles, workingDirectory } from './support/files.ts';
import { literalText } from './support/literal.ts';
import { pythonModules } from './support/pythonModules.ts';
import { skeletonOf } from './support/skeleton.ts';
import { type OperatorTask, operatorTasks } from './support/task.ts';

export const missingFile: Rule = {
  id: 'missing-file',
  severity: 'error',
  summary: text('A file that is not where the task looks'),
  docs: text(
    'Files of a task are looked up from the directory of the workflow file (of a called file: its own directory), unless _workdir is set: ' +
      '"File not found". check and push do not look for them. A text behind td>, bq>, pg>, mail> and the like is always the name of a file: ' +
      'write {data: ...} or query for SQL in place.',
  ),
  *check(context) {
    for (const [task, file] of namedFiles(context)) {
      if (!file.reference.mustExist || file.paths.some((path) => context.fs.kind(path) === 'file')) continue;
      context.looksBeside(task.node);
      if (
        isMadeByTask(file, task.operator.name, context.once(scriptsOf)) ||
        isInstalled(file) ||
        file.reference.resolve === 'project'
      )
        continue;
      const severity = file.reference.kind === 'python-module' ? 'warning' : 'error';
      const fixes = [
        ...suggestions(file, workingDirectory(task, context) ?? '/', context),
        ...creation(file, task, context),
      ];
      yield {
        ...file.value.place,
        severity,
        message: messageOf(file, context),
        ...(fixes.length > 0 ? { fixes } : {}),
      };
    }
    for (const task of operatorTasks(context)) if (task.operator.name === 'call') yield* outside(task, context);
  },
};

/**
 * Digdag refuses what lies above the project (Workspace.java), which is the folder of a workflow that is run. Only calls are looked at: a file with
 * queries from beside its folder is one that is called itself, from a project that is not seen here.
 */
function* outside(task: OperatorTask, context: RuleContext): Generator<RuleFinding> {
  const { command } = task.use;
  const name = literalText(command);
  const directory = workingDirectory(task, context);
  if (!command || name === undefined || directory === undefined || context.role !== 'workflow') return;
  if (isInside(context.project.directory, join(directory, name))) return;
  yield { ...command.place, message: text('File name must not be outside of project path: {0}', name) };
}

function messageOf({ reference, name, paths }: NamedFile, { project }: RuleContext): Text {
  const tried = paths.map((path) => relative(project.directory, path)).slice(0, 2);
  if (reference.kind === 'python-module') {
    return text('There is no {0}; a module that is installed where the task runs may be meant.', tried.join(' / '));
  }
  if (looksLikeQuery(reference, name)) {
    return text('This is taken for the name of a file, and there is none. Write SQL in place as {data: ...}.');
  }
  return text('There is no file {0} in the project.', tried.join(' / '));
}

function looksLikeQuery({ extensions }: FileReference, name: string): boolean {
  return extensions?.includes('.sql') === true && /^\s*(select|with|insert|create|delete|update|drop)\s/i.test(name);
}

/** The commands of all shell, Python and Ruby tasks as one text: a file may have thousands of tasks and of names to look for. */
function scriptsOf({ topLevel }: RuleContext): string {
  const tasks = topLevel.flatMap(({ task }) => [...walkTasks(task)]);
  const commands = tasks.flatMap((node) => node.operators.filter(({ name }) => isScript(name)));
  return commands.map(({ command }) => (command?.kind === 'scalar' ? String(command.value) : '')).join('\n');
}

function isScript(operator: string): boolean {
  return operator === 'sh' || operator === 'py' || operator === 'rb';
}

/** Some shell, Python or Ruby task of the file, other than this one, mentions the name: it may write the file first. */
function isMadeByTask({ name }: NamedFile, operator: string, scripts: string): boolean {
  const file = basename(name);
  const first = scripts.indexOf(file);
  return isScript(operator) ? first >= 0 && scripts.includes(file, first + 1) : first >= 0;
}

function isInstalled({ reference, name }: NamedFile): boolean {
  return reference.kind === 'python-module' && pythonModules.has(name.split('.')[0] ?? '');
}

/** Makes the file where the task looks for it. A class with a method may be in the folder above, as a module of the class. */
function creation(file: NamedFile, task: OperatorTask, context: RuleContext): Fix[] {
  const [path] = file.paths;
  const content = looksLikeQuery(file.reference, file.name) ? undefined : skeletonOf(file, task);
  return path === undefined || content === undefined ? [] : createFile(context, path, content);
}

/** Files of the same name in folders that are near, or else one with nearly the same name where the task looks. */
function suggestions(file: NamedFile, directory: string, { fs, project }: RuleContext): Fix[] {
  const wanted = file.paths[0];
  if (wanted === undefined) return [];
  const same = folders(fs, project.directory, 2)
    .map((folder) => join(folder, basename(wanted)))
    .filter((path) => fs.kind(path) === 'file');
  const near = same.length > 0 ? undefined : nearest(basename(wanted), fs.list(dirname(wanted)));
  const found = near === undefined ? same : [join(dirname(wanted), near)];
  return found
    .filter((path) => isInside(project.directory, path))
    .slice(0, 3)
    .map((path) => {
      const newText = nameFor(file, relative(directory, path));
      return { title: text('Change to {0}', newText), edits: [{ ...file.value.place, newText }], safe: false };
    });
}

/** How the task would name the file at a path relative to its working directory. */
function nameFor({ reference, name }: NamedFile, path: string): string {
  if (reference.kind === 'python-module') {
    return `${path.replace(/\.py$/, '').replaceAll('/', '.')}.${name.slice(name.lastIndexOf('.') + 1)}`;
  }
  const { addExtension } = reference;
  return addExtension && !name.endsWith(addExtension) ? path.slice(0, -addExtension.length) : path;
}

function folders(fs: FileSystem, directory: string, depth: number): string[] {
  const names =
    depth === 0 ? [] : fs.list(directory).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  const below = names.map((name) => join(directory, name)).filter((path) => fs.kind(path) === 'directory');
  return [directory, ...below.flatMap((path) => folders(fs, path, depth - 1))];
}
