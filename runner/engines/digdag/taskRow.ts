import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { TaskReference, TaskState } from '../../events.ts';

/** A task of a run of Digdag, as far as its output tells of it. */
export class TaskRow {
  state: TaskState = 'blocked';
  startedAt: number | undefined;
  finishedAt: number | undefined;
  /** Of a task that failed by itself. */
  message: string | undefined;
  readonly children: TaskRow[] = [];

  constructor(
    readonly reference: TaskReference,
    readonly parent: TaskRow | undefined,
    /** The tasks that must succeed before it. */
    readonly upstreams: readonly TaskRow[],
    readonly node: TaskNode | undefined,
    /** It was made while the workflow ran: by a loop, `call>`, a handler, a group's retry. */
    readonly isMade: boolean,
  ) {
    parent?.children.push(this);
  }

  get isStarted(): boolean {
    return this.startedAt !== undefined;
  }

  get isFinal(): boolean {
    return this.finishedAt !== undefined;
  }

  /** Nothing is there to be run: `_disable`, a group of nothing. */
  get isEmpty(): boolean {
    return this.children.length === 0 && (this.reference.group || this.node?.kind === 'disabled');
  }

  /** The newest of each name: the others are copies that a group's retry has made good, or not. */
  get newestChildren(): readonly TaskRow[] {
    return [...new Map(this.children.map((child) => [child.reference.name, child])).values()];
  }

  /** From the root down to this one. */
  get path(): readonly TaskRow[] {
    return this.parent ? [...this.parent.path, this] : [this];
  }
}
