import type { WorkflowTask } from '../../core/workflow/workflow.ts';

/** The tasks of a compiled workflow by their relations; all by index (TaskTree). */
export class TaskTree {
  constructor(readonly tasks: readonly WorkflowTask[]) {}

  /** Everything that is before a task: what it waits for with all that is below that, the same of its parents, and its parents. */
  before(index: number): Set<number> {
    const found = new Set<number>();
    for (let at: number | null = index; at !== null; at = this.tasks[at]?.parent ?? null) {
      for (const sibling of this.#upstreams(at)) {
        found.add(sibling);
        for (const below of this.below(sibling)) found.add(below);
      }
      if (at !== index) found.add(at);
    }
    return found;
  }

  /** Everything in a group. */
  below(index: number): number[] {
    const direct = this.tasks.filter((task) => task.parent === index);
    return direct.flatMap((task) => [task.index, ...this.below(task.index)]);
  }

  #upstreams(index: number, found = new Set<number>()): Set<number> {
    for (const upstream of this.tasks[index]?.upstreams ?? []) {
      if (found.has(upstream)) continue;
      found.add(upstream);
      this.#upstreams(upstream, found);
    }
    return found;
  }
}
