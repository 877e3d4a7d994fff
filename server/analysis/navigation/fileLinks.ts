import type { CheckedFile } from '../../../core/check.ts';
import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { join } from '../../../core/project/paths.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { filesOf, type NamedFile, workingDirectory } from '../../../core/rules/support/files.ts';
import { type OperatorTask, operatorTasksIn } from '../../../core/rules/support/task.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import { rootOf } from '../position/taskAt.ts';

/** A file that a workflow names, and that is there. */
export interface FileLink {
  /** Where it is named. */
  readonly place: Place;
  /** The file's path. */
  readonly target: string;
}

/** The links of a file to others: `!include`, `call>`, `require>`, scripts, queries and what else operators read. */
export function* fileLinks(fs: FileSystem, checked: CheckedFile): Generator<FileLink> {
  const root = rootOf(checked);
  for (const link of linksOf(fs, checked, root ? walkTasks(root) : [])) {
    if (link.place.path === checked.path && fs.kind(link.target) === 'file') yield link;
  }
}

/** The links of some tasks of a file, and of its includes; also those that stand in included files. */
export function* linksOf(
  fs: FileSystem,
  checked: Pick<CheckedFile, 'path' | 'project' | 'file'>,
  tasks: Iterable<TaskNode>,
): Generator<FileLink> {
  for (const { place, target } of checked.file.includes) yield { place, target };
  yield* taskLinks(fs, checked, tasks);
}

/** The files that tasks name, and that are there. */
export function* taskLinks(
  fs: FileSystem,
  checked: Pick<CheckedFile, 'path' | 'project'>,
  tasks: Iterable<TaskNode>,
): Generator<FileLink> {
  for (const task of operatorTasksIn(tasks)) {
    for (const file of filesOf(task, checked)) {
      const paths = file.reference.kind === 'maybe-script' ? scriptPaths(file, task, checked) : file.paths;
      const target = paths.find((path) => fs.kind(path) === 'file');
      if (target !== undefined && file.reference.kind !== 'write') yield { place: file.value.place, target };
    }
  }
}

/** A command line begins with a script of the project where its first word is a path. */
function scriptPaths({ name }: NamedFile, task: OperatorTask, checked: Pick<CheckedFile, 'path'>): readonly string[] {
  const directory = workingDirectory(task, checked);
  const word = name.trim().split(/\s/, 1)[0] ?? '';
  return directory !== undefined && word.includes('/') ? [join(directory, word)] : [];
}
