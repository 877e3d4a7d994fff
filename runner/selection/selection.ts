import type { WorkflowTask } from '../../core/workflow/workflow.ts';
import { StartError } from '../startError.ts';
import { findTask } from './pattern.ts';
import { TaskTree } from './taskTree.ts';

/** Which tasks are asked for: patterns of `--start`, `--goal` and `--end`, and `--rerun`. */
export interface SelectionOptions {
  readonly rerun?: boolean;
  readonly start?: string;
  readonly goal?: string;
  readonly end?: string;
}

/** What becomes of each task (Run.submitWorkflow). */
export interface Selection {
  /** It does not run at all, and counts as done. */
  isLeftOut(fullName: string): boolean;
  /** It does not run where an earlier run of the session finished it. */
  mayBeSkipped(fullName: string): boolean;
}

export function selectTasks(tasks: readonly WorkflowTask[], { rerun, start, goal, end }: SelectionOptions): Selection {
  if (start !== undefined && goal !== undefined) throw conflict('-s, --start and -g, --goal');
  if (goal !== undefined && end !== undefined) throw conflict('-s, --start and -e, --end');
  if (rerun && start !== undefined) throw conflict('-a, --rerun and -s, --start');
  if (rerun && goal !== undefined) throw conflict('-a, --rerun and -g, --goal');
  const tree = new TaskTree(tasks);
  const names = (indexes: Iterable<number>): Set<string> =>
    new Set([...indexes].flatMap((index) => tasks[index]?.fullName ?? []));
  let resumed: Set<string> | undefined;
  let running: Set<string> | undefined;
  if (goal !== undefined) {
    const index = findTask(tasks, goal);
    const before = tree.before(index);
    resumed = names(before);
    running = names([...before, index, ...tree.below(index)]);
  }
  if (start !== undefined) resumed = names(tree.before(findTask(tasks, start)));
  if (rerun) resumed = new Set();
  if (end !== undefined) running = names(tree.before(findTask(tasks, end)));
  return {
    isLeftOut: (fullName) => running !== undefined && !running.has(fullName),
    mayBeSkipped: (fullName) => resumed?.has(fullName) ?? true,
  };
}

function conflict(options: string): StartError {
  return new StartError(`${options} don't work together`);
}
