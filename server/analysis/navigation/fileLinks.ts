import type { CheckedFile } from '../../../core/check.ts';
import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { type FileUse, fileUses, type ProjectFile, placeOfUse, taskUses } from '../../../core/refactor/fileUses.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import { rootOf } from '../position/taskAt.ts';

/** The text of a file. */
export type SourceOf = (path: string) => string;

/** A file that a workflow names, and that is there. */
export interface FileLink {
  /** Where its name stands. */
  readonly place: Place;
  /** The file's path. */
  readonly target: string;
  readonly use: FileUse;
}

/** The links of a file to others: `!include`, `call>`, `require>`, scripts, queries and what else operators read. */
export function* fileLinks(fs: FileSystem, checked: CheckedFile, sourceOf: SourceOf): Generator<FileLink> {
  const root = rootOf(checked);
  for (const link of linksOf(fs, checked, root ? walkTasks(root) : [], sourceOf)) {
    if (link.place.path === checked.path) yield link;
  }
}

/** The links of some tasks of a file, and of its includes; also those that stand in included files. */
export function* linksOf(
  fs: FileSystem,
  of: ProjectFile,
  tasks: Iterable<TaskNode>,
  sourceOf: SourceOf,
): Generator<FileLink> {
  for (const use of fileUses(fs, of, tasks, sourceOf)) yield linkOf(use, sourceOf);
}

/** The files that tasks name, and that are there. */
export function* taskLinks(
  fs: FileSystem,
  of: Pick<ProjectFile, 'path' | 'project'>,
  tasks: Iterable<TaskNode>,
  sourceOf: SourceOf,
): Generator<FileLink> {
  for (const use of taskUses(fs, of, tasks)) yield linkOf(use, sourceOf);
}

function linkOf(use: FileUse, sourceOf: SourceOf): FileLink {
  return { place: placeOfUse(use, sourceOf(use.value.path)), target: use.target, use };
}
