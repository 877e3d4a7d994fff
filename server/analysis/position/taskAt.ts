import type { CheckedFile } from '../../../core/check.ts';
import { hasTooManyCopies } from '../../../core/project/load.ts';
import { surveyTasks } from '../../../core/workflow/survey.ts';
import { type TaskNode, taskAround } from '../../../core/workflow/taskNode.ts';

/** The tasks of a file, also of a fragment, which has none of its own but may hold parts of some; undefined where nobody can look at them all. */
export function rootOf({
  compiled,
  file,
  project,
  path,
}: Pick<CheckedFile, 'compiled' | 'file' | 'project' | 'path'>): TaskNode | undefined {
  if (compiled) return compiled.root;
  if (!file.config || hasTooManyCopies(file)) return undefined;
  return surveyTasks('', `+${project.nameOf(path)}`, file.config, { path, start: 0, end: 0 });
}

/** The innermost task around an offset of the file itself; its root where none is. */
export function taskAt(checked: CheckedFile, offset: number): TaskNode | undefined {
  return taskIn(rootOf(checked), checked.path, offset);
}

/** The innermost task of a tree around an offset of a file; the root where none is. */
export function taskIn(root: TaskNode | undefined, path: string, offset: number): TaskNode | undefined {
  return root && taskAround(root, path, offset);
}
