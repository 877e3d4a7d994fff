import { maxTasks } from '../../core/attempt/limits.ts';
import { originOf } from '../../core/attempt/origin.ts';
import { splitConfig } from '../../core/attempt/task.ts';
import { isMap } from '../../core/value/value.ts';
import type { WorkflowTask } from '../../core/workflow/workflow.ts';
import { configError, OperatorError } from '../operators/operator.ts';
import { Task } from './task.ts';

export interface Addition {
  readonly tasks: readonly WorkflowTask[];
  readonly parent: Task | null;
  /** What the first of the tasks waits for, besides its own upstreams. */
  readonly upstreams?: readonly Task[];
  /** Whether a group's retry copies them. */
  readonly initial: boolean;
  /** False of the tasks that Digdag adds whatever the limit is (`^failure-alert`, `^sla`). */
  readonly limited?: boolean;
}

/** All tasks of an attempt in the order of their ids. */
export class TaskTable {
  readonly rows: Task[] = [];

  /**
   * @param nextId ids count through all attempts of a run
   * @param onAdded told what is new, parents first
   */
  constructor(
    readonly nextId: () => number,
    readonly onAdded: (tasks: readonly Task[]) => void,
  ) {}

  /** Adds compiled tasks and returns the first of them; throws an OperatorError where Digdag refuses to. */
  add({ tasks, parent, upstreams = [], initial, limited = true }: Addition): Task {
    if (limited && this.rows.length + tasks.length > maxTasks) {
      const message = `Too many tasks. Limit: ${maxTasks}, Current: ${this.rows.length}, Adding: ${tasks.length}`;
      throw new OperatorError(message, { kind: 'task limit exceeded' });
    }
    for (const { config } of tasks) validate(config);
    const added: Task[] = [];
    for (const task of tasks) {
      const own = task.upstreams.flatMap((index) => added[index] ?? []);
      const before = added.length === 0 ? [...own, ...upstreams] : own;
      const above = task.parent === null ? parent : (added[task.parent] ?? parent);
      const { fullName, group, config } = task;
      const origin = originOf(task, above?.origin);
      const row = new Task(this.nextId(), fullName, above, before, group, splitConfig(config), initial, origin);
      added.push(this.#insert(row));
    }
    const [first] = added;
    if (!first) throw new Error('A workflow without any task was compiled.');
    this.onAdded(added);
    return first;
  }

  /** Puts the initial tasks below a group in again, as a group's retry does (copyInitialTasksForRetry); generated ones are made anew. */
  copyInitial(group: Task): void {
    const copies = new Map<Task, Task>();
    for (const task of [...this.rows]) {
      if (!task.initial || !isBelow(task, group)) continue;
      if (task.fullName.slice(group.fullName.length).includes('^sub')) continue;
      const parent = (task.parent && copies.get(task.parent)) ?? task.parent;
      const upstreams = task.upstreams.flatMap((upstream) => copies.get(upstream) ?? []);
      const { fullName, config, origin } = task;
      const copy = new Task(this.nextId(), fullName, parent, upstreams, task.group, config, false, origin);
      copies.set(task, this.#insert(copy));
    }
    this.onAdded([...copies.values()]);
  }

  #insert(task: Task): Task {
    this.rows.push(task);
    task.parent?.children.push(task);
    for (const upstream of task.upstreams) upstream.followers.push(task);
    return task;
  }
}

function isBelow(task: Task, group: Task): boolean {
  for (let above = task.parent; above; above = above.parent) if (above === group) return true;
  return false;
}

/** TaskConfig.validate: of `_check` and `_error` it asks nothing, they are read when their time has come. */
function validate(config: WorkflowTask['config']): void {
  const value = config.get('_export') ?? null;
  if (value !== null && !isMap(value)) throw configError("Parameter '_export' must be an object");
}
