import type { TaskNode } from '../workflow/taskNode.ts';

/** What was found out about tasks, each looked at alone with all that stands in it: true for as long as a task stays as it is. */
export class TaskFacts {
  readonly #byQuestion = new Map<unknown, WeakMap<TaskNode, unknown>>();

  /** What `find` makes of a task, made when it is first asked for. */
  of<T>(task: TaskNode, find: (task: TaskNode) => T): T {
    const known = this.#answersTo(find);
    // a function always makes the same type, which a map of different ones cannot tell
    const before = known.get(task) as T | undefined;
    if (before !== undefined) return before;
    const found = find(task);
    known.set(task, found);
    return found;
  }

  #answersTo(question: unknown): WeakMap<TaskNode, unknown> {
    const known = this.#byQuestion.get(question);
    if (known) return known;
    const made = new WeakMap<TaskNode, unknown>();
    this.#byQuestion.set(question, made);
    return made;
  }
}
