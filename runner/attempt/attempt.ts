import { errorParams } from '../../core/attempt/parameters.ts';
import { mergedConfig } from '../../core/attempt/task.ts';
import { nextRetry, readRetry } from '../../core/schedule/retry.ts';
import { ConfigError, getInt } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import type { WorkflowTask } from '../../core/workflow/workflow.ts';
import { OperatorError, type TaskResult } from '../operators/operator.ts';
import { addCheck, addError, addFailureAlert, addSla, addSubtasks } from './generated.ts';
import { canStart, hasFailedChild, isProgressible } from './progress.ts';
import type { Task } from './task.ts';
import { TaskTable } from './taskTable.ts';

/** What came of one try of an operator task. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: TaskResult }
  | { readonly kind: 'failed'; readonly error: ConfigMap }
  /** `after` counts seconds; `message` is absent where nothing failed. */
  | { readonly kind: 'again'; readonly after: number; readonly state: ConfigMap; readonly message?: string };

/** The world around an attempt. */
export interface AttemptHost {
  /** Tries an operator task once; never rejects. */
  execute(task: Task): Promise<Outcome>;
  /** The attempt begins with these tasks, or has made them. */
  added(tasks: readonly Task[]): void;
  /** The task has taken a new state. */
  changed(task: Task): void;
  /** The task, or the group, starts again after so many milliseconds. */
  retrying(task: Task, after: number, message: string | undefined): void;
  warn(task: Task, message: string): void;
}

/** One run of a workflow's tasks: the state machine of Digdag's WorkflowExecutor, driven by what finishes instead of by polling. */
export class Attempt {
  readonly table: TaskTable;
  readonly #root: Task;
  readonly #ready = new Set<Task>();
  readonly #unsettled = new Set<Task>();
  /** Those among them that may have let others start: that is not asked of a group each time that one of its tasks changes. */
  readonly #toOpen = new Set<Task>();
  readonly #timers = new Map<Task, NodeJS.Timeout>();
  #hasBegun = false;
  #running = 0;
  #canceled = false;
  #finish: () => void = () => undefined;
  #fail: (defect: unknown) => void = () => undefined;

  constructor(
    tasks: readonly WorkflowTask[],
    readonly host: AttemptHost,
    /** Infinity where Digdag has no limit either. */
    readonly maxRunning: number,
    nextId: () => number,
  ) {
    this.table = new TaskTable(nextId, (tasks) => {
      if (this.#hasBegun) host.added(tasks);
    });
    this.#root = this.table.add({ tasks, parent: null, initial: true });
  }

  get root(): Task {
    return this.#root;
  }

  get canceled(): boolean {
    return this.#canceled;
  }

  /** Resolves when the root task has reached its last state; rejects at a defect of ours only. */
  async run(): Promise<void> {
    const finished = new Promise<void>((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    this.#hasBegun = true;
    this.host.added(this.table.rows);
    this.#root.startedAt = Date.now();
    this.#set(this.#root, this.#root.group ? 'planned' : 'ready');
    this.#settle();
    await finished;
  }

  /** Nothing new starts any more; what runs is waited for, and its result does not count. */
  cancel(): void {
    if (this.#canceled) return;
    this.#canceled = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const task of this.table.rows) {
      if (task.state === 'ready' || task.state.endsWith('retry_waiting')) this.#set(task, 'canceled');
      this.#look(task);
    }
    this.#ready.clear();
    this.#settle();
  }

  /** Adds the tasks that `sla:` asks for, while the attempt still runs. */
  violateSla(sla: ConfigMap, asks: { alert: boolean; fail: boolean }): void {
    if (this.#root.isFinal || this.#canceled) return;
    try {
      addSla(this.table, this.#root, sla, asks);
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      this.host.warn(this.#root, `The tasks of sla: are broken and do not run: ${error.shown}`);
    }
    this.#look(this.#root);
    this.#settle();
  }

  /** Carries every change as far as it goes, then starts what is ready. */
  #settle(): void {
    while (this.#unsettled.size > 0) {
      const [task] = this.#unsettled;
      if (!task) break;
      this.#unsettled.delete(task);
      if (this.#toOpen.delete(task)) {
        this.#open(task.children);
        this.#open(task.followers);
      }
      this.#closeIfDone(task);
    }
    for (const task of this.#ready) {
      if (this.#running >= this.maxRunning) break;
      this.#ready.delete(task);
      this.#start(task);
    }
    if (this.#root.isFinal && this.#running === 0) this.#finish();
  }

  /** What waited for a change of the task around it, or before it. */
  #open(tasks: readonly Task[]): void {
    for (const task of tasks) {
      if (!canStart(task)) continue;
      if (task.group) {
        task.startedAt ??= Date.now();
        this.#set(task, 'planned');
      } else {
        this.#set(task, this.#canceled ? 'canceled' : 'ready');
      }
    }
  }

  #start(task: Task): void {
    task.startedAt ??= Date.now();
    this.#running++;
    this.#set(task, 'running');
    const settle = (outcome: Outcome): void => {
      this.#running--;
      this.#finished(task, outcome);
      this.#settle();
    };
    this.host.execute(task).then(settle).catch(this.#fail);
  }

  #finished(task: Task, outcome: Outcome): void {
    task.tries++;
    if (this.#canceled) this.#set(task, 'canceled');
    else if (outcome.kind === 'done') this.#succeeded(task, outcome.result);
    else if (outcome.kind === 'failed') this.#failed(task, outcome.error);
    else {
      task.stateParams = outcome.state;
      this.#retryLater(task, 'retry_waiting', outcome.after, outcome.message);
    }
  }

  /** WorkflowExecutor.taskSucceeded */
  #succeeded(task: Task, result: TaskResult): void {
    task.result = result;
    let waits: boolean;
    try {
      const sub = addSubtasks(this.table, task, result.subtasks);
      const check = addCheck(this.table, task, sub);
      waits = sub !== undefined || check !== undefined;
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      task.result = {};
      this.#failed(task, error.toErrorParam());
      return;
    }
    this.#set(task, waits ? 'planned' : 'success');
  }

  /** WorkflowExecutor.taskFailed */
  #failed(task: Task, error: ConfigMap): void {
    task.error = error;
    task.delayedError = this.#addError(task, (own) => new Map([...own, ['error', error]]));
    this.#set(task, task.delayedError ? 'planned' : 'error');
  }

  /** WorkflowExecutor.setDoneFromDoneChildren */
  #closeIfDone(task: Task): void {
    if (task.state !== 'planned' || task.children.some(isProgressible)) return;
    if (this.#canceled) this.#set(task, 'canceled');
    else if (task.delayedError) this.#set(task, 'error');
    else if (task.delayedGroupError) this.#set(task, 'group_error');
    else if (hasFailedChild(task)) this.#childFailed(task);
    else this.#set(task, 'success');
  }

  #childFailed(task: Task): void {
    const again = this.#groupRetry(task);
    if (again !== undefined) {
      this.#retryLater(task, 'group_retry_waiting', again, 'a task in it failed');
      return;
    }
    const alert = task.parent === null ? addFailureAlert(this.table, task) : undefined;
    const added = this.#addError(task, (own) => errorParams(task, own));
    task.delayedGroupError = added || alert !== undefined;
    if (task.delayedGroupError) this.#look(task);
    else this.#set(task, 'group_error');
  }

  /** Seconds until the next round; undefined where none is left. A `_retry` that Digdag cannot read is ignored here (checkRetry). */
  #groupRetry(task: Task): number | undefined {
    const retry = readRetry(mergedConfig(task, '_retry'), 0);
    const tries = getInt(task.stateParams, 'retry_count');
    if (retry instanceof ConfigError) return undefined;
    const { again, interval } = nextRetry(retry, typeof tries === 'number' ? tries : 0);
    if (!again) return undefined;
    task.stateParams = new Map(task.stateParams).set('retry_count', (typeof tries === 'number' ? tries : 0) + 1);
    return interval;
  }

  #addError(task: Task, exported: (own: ConfigMap) => ConfigMap): boolean {
    try {
      return addError(this.table, task, exported) !== undefined;
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      this.host.warn(task, `The _error of ${task.fullName} is broken and does not run: ${error.shown}`);
      return false;
    }
  }

  #retryLater(task: Task, state: 'retry_waiting' | 'group_retry_waiting', seconds: number, message?: string): void {
    this.#set(task, state);
    this.host.retrying(task, seconds * 1000, message);
    const wake = (): void => {
      this.#timers.delete(task);
      if (task.group) {
        this.table.copyInitial(task);
        this.#set(task, 'planned');
      } else {
        this.#set(task, 'ready');
      }
      this.#settle();
    };
    this.#timers.set(task, setTimeout(wake, seconds * 1000));
  }

  #look(task: Task): void {
    this.#unsettled.add(task);
    this.#toOpen.add(task);
  }

  #set(task: Task, state: Task['state']): void {
    task.state = state;
    if (task.isFinal) task.finishedAt = Date.now();
    if (state === 'ready') this.#ready.add(task);
    this.#look(task);
    if (task.parent) this.#unsettled.add(task.parent);
    this.host.changed(task);
  }
}
