import { type Elsewhere, OtherFiles, type TasksOfFile } from '../../expressions/scopes/otherFiles.ts';
import type { Definition } from '../../expressions/scopes/variable.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import type { RuleContext } from '../rule.ts';

/** What other files give to a task, and code of tasks beside it; asked only for what the file itself does not define. */
export interface ElsewhereOf {
  find(name: string): Elsewhere;
  /** Code of an earlier task hands it to its own subtasks only. */
  exported(name: string): Definition | undefined;
}

export function elsewhere(context: RuleContext, task: TaskNode): ElsewhereOf {
  context.looksBeside(task);
  const file = context.once(tasksOf);
  const others = context.once(otherFilesOf);
  return { find: (name) => others.find(name, task, file), exported: (name) => others.exported(name, task, file) };
}

function tasksOf({ path, topLevel }: RuleContext): TasksOfFile {
  return { path, topLevel: topLevel.map(({ task }) => task) };
}

function otherFilesOf({ fs, project }: RuleContext): OtherFiles {
  return new OtherFiles(fs, project);
}
