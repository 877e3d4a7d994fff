import { segmentsOf } from '../../../core/workflow/fullName.ts';
import type { SourceLine, TaskReference, TaskState } from '../../../runner/events.ts';
import type { JournalEntry } from '../../../runner/journal/entry.ts';
import { type RunRequest, readRequest } from '../run/request.ts';

/** `interrupted`: its process is gone and has not said how it ended. `refused`: it could not start. */
export type RunState = 'running' | 'success' | 'failed' | 'stopped' | 'interrupted' | 'refused';

/** A task's state as the view shows it: a skipped one counts as a success, one that waits for its retry is still at work. */
export type ShownState = TaskState | 'skipped';

export interface TaskRecord {
  readonly id: number;
  readonly name: string;
  readonly group: boolean;
  readonly source: SourceLine | undefined;
  parent: TaskRecord | undefined;
  readonly children: TaskRecord[];
  state: ShownState;
  startedAt: number | undefined;
  duration: number | undefined;
  message: string | undefined;
  hasOutput: boolean;
}

/** One run, as its journal tells it. Output stays in the journal. */
export class RunRecord {
  request: RunRequest | undefined;
  state: RunState = 'running';
  pid: number | undefined;
  startedAt = 0;
  duration: number | undefined;
  workflow = '';
  /** `2026-01-02T03:04:05+00:00` */
  sessionTime: string | undefined;
  statusDirectory: string | undefined;
  /** Why it could not start. */
  refusal: string | undefined;
  readonly tasks = new Map<number, TaskRecord>();
  readonly #newest = new Map<string, TaskRecord>();

  /** @param id the journal's name */
  constructor(readonly id: string) {}

  get roots(): readonly TaskRecord[] {
    return [...this.tasks.values()].filter(({ parent }) => parent === undefined);
  }

  get failed(): readonly TaskRecord[] {
    return [...this.tasks.values()].filter(({ state }) => state === 'error');
  }

  /** What it has noted can be taken up: there are tasks that it has not done. */
  get canResume(): boolean {
    return this.statusDirectory !== undefined && ['failed', 'stopped', 'interrupted'].includes(this.state);
  }

  /** The newest task of a full name. */
  named(name: string): TaskRecord | undefined {
    return this.#newest.get(name);
  }

  apply(entry: JournalEntry): void {
    switch (entry.type) {
      case 'journal':
        this.request = readRequest(entry.request);
        this.pid = entry.pid;
        this.startedAt = entry.time;
        break;
      case 'run-started':
        this.workflow = entry.workflow;
        this.sessionTime = entry.sessionTime;
        this.statusDirectory = entry.statusDirectory;
        break;
      case 'tasks-added':
        for (const { task, parent } of entry.tasks) this.#obtain(task, parent);
        break;
      case 'task-started':
        this.#begin(entry.task, entry.task.group ? 'planned' : 'running', entry.time);
        break;
      case 'task-skipped':
        this.#begin(entry.task, 'skipped', entry.time);
        break;
      case 'task-retried': {
        const task = this.#obtain(entry.task);
        task.state = 'retry_waiting';
        task.message = entry.message;
        break;
      }
      case 'task-finished': {
        const task = this.#obtain(entry.task);
        if (task.state !== 'skipped' || entry.state !== 'success') task.state = entry.state;
        task.duration = entry.duration;
        task.message = entry.message;
        break;
      }
      case 'output': {
        const task = this.tasks.get(entry.task);
        if (task) task.hasOutput = true;
        break;
      }
      case 'run-refused':
        this.state = 'refused';
        this.refusal = entry.message;
        this.duration = entry.time - this.startedAt;
        break;
      case 'run-finished':
        this.#finish(entry);
        break;
      case 'log':
        break;
    }
  }

  /** Its process is gone. */
  interrupt(): void {
    if (this.state !== 'running') return;
    this.state = 'interrupted';
    for (const task of this.tasks.values()) {
      if (task.state === 'running' || task.state === 'planned' || task.state === 'retry_waiting')
        task.state = 'canceled';
    }
  }

  #begin(reference: TaskReference, state: ShownState, time: number): void {
    const task = this.#obtain(reference);
    task.state = state;
    task.startedAt ??= time;
  }

  #finish({
    success,
    canceled,
    duration,
    tasks,
    statusDirectory,
  }: Extract<JournalEntry, { type: 'run-finished' }>): void {
    this.state = canceled ? 'stopped' : success ? 'success' : 'failed';
    this.duration = duration;
    this.statusDirectory = statusDirectory;
    for (const { task: reference, state, duration: took, message, parent } of tasks) {
      const task = this.#obtain(reference);
      if (task.state !== 'skipped' || state !== 'success') task.state = state;
      task.duration = took ?? task.duration;
      task.message = message;
      this.#move(task, parent === undefined ? undefined : this.tasks.get(parent));
    }
    // Those that never began are told last, and stand where they are written.
    for (const { children } of this.tasks.values()) children.sort((a, b) => a.id - b.id);
  }

  /** @param above the id of the parent; where the journal does not tell it, the name does */
  #obtain(reference: TaskReference, above?: number): TaskRecord {
    const known = this.tasks.get(reference.id);
    if (known) return known;
    const { id, name, group, source } = reference;
    const parent =
      above === undefined ? this.#newest.get(segmentsOf(name).slice(0, -1).join('')) : this.tasks.get(above);
    const task: TaskRecord = {
      id,
      name,
      group,
      source,
      parent,
      children: [],
      state: 'blocked',
      startedAt: undefined,
      duration: undefined,
      message: undefined,
      hasOutput: false,
    };
    parent?.children.push(task);
    this.tasks.set(id, task);
    this.#newest.set(name, task);
    return task;
  }

  /** What the end of the run says of parents is exact: names alone do not tell copies of a group apart. */
  #move(task: TaskRecord, parent: TaskRecord | undefined): void {
    if (task.parent === parent) return;
    const siblings = task.parent?.children;
    siblings?.splice(siblings.indexOf(task), 1);
    task.parent = parent;
    parent?.children.push(task);
  }
}
