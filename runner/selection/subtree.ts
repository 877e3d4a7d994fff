import type { WorkflowTask } from '../../core/workflow/workflow.ts';
import { TaskTree } from './taskTree.ts';

/** The root, one task and all that is below it; groups in between are left out, with their exports (SubtreeExtract). */
export function extractSubtree(tasks: readonly WorkflowTask[], index: number): readonly WorkflowTask[] {
  if (index === 0) return tasks;
  const kept = [0, index, ...new TaskTree(tasks).below(index)].flatMap((at) => tasks[at] ?? []);
  const places = new Map(kept.map((task, place) => [task.index, place]));
  return kept.map((task, place) => renumbered(task, place, places, task.index === index));
}

function renumbered(
  task: WorkflowTask,
  index: number,
  places: ReadonlyMap<number, number>,
  first: boolean,
): WorkflowTask {
  const { fullName, name, group, config, node, place } = task;
  const parent = task.parent === null ? null : (places.get(task.parent) ?? 0);
  const upstreams = first ? [] : task.upstreams.flatMap((upstream) => places.get(upstream) ?? []);
  return { index, fullName, name, parent, upstreams, group, config, node, place };
}
