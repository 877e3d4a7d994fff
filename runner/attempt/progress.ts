import type { Task } from './task.ts';

/** Whether a blocked task may start: its parent is open and all before it succeeded (canRunChildrenStates, canRunDownstreamStates). */
export function canStart(task: Task): boolean {
  if (task.state !== 'blocked') return false;
  const parent = task.parent?.state;
  return (parent === 'planned' || parent === 'success') && upstreamsDone(task);
}

/** Whether a task is still going to change by itself; a blocked one only if nothing before it failed. */
export function isProgressible(task: Task): boolean {
  switch (task.state) {
    case 'ready':
    case 'running':
    case 'planned':
    case 'retry_waiting':
    case 'group_retry_waiting':
      return true;
    case 'blocked':
      return upstreamsDone(task);
    default:
      return false;
  }
}

/** Whether a child failed in the last round: of tasks with the same name (copies of a retry) only the newest counts. */
export function hasFailedChild(task: Task): boolean {
  const newest = new Map(task.children.map((child) => [child.fullName, child.state]));
  for (const state of newest.values()) if (state === 'error' || state === 'group_error') return true;
  return false;
}

function upstreamsDone(task: Task): boolean {
  return task.upstreams.every((upstream) => upstream.state === 'success');
}
