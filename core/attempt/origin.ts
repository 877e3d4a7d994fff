import { isIteration } from '../workflow/fullName.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { WorkflowTask } from '../workflow/workflow.ts';

/**
 * Where a task is written. A task compiled from a generated config has no file of its own: it is looked for in what is written below the task that
 * made it, so that a failure inside of `_do`, `_check` or `_error` can be shown at its line.
 * @param above where the task's parent is written
 */
export function originOf(task: WorkflowTask, above: TaskNode | undefined): TaskNode | undefined {
  if (task.place.path !== '') return task.node;
  if (!above) return undefined;
  if (task.name.startsWith('^')) return bodyOf(task, above);
  const found = above.children.find((child) => child.name === task.name);
  return found ?? (isIteration(task.name) ? above : undefined);
}

function bodyOf(task: WorkflowTask, above: TaskNode): TaskNode | undefined {
  const bodies = above.children.filter((child) => child.name === task.name);
  const keys = [...task.node.config.entries.keys()];
  return bodies.find((body) => keys.some((key) => body.config.has(key))) ?? bodies[0];
}
