/**
 * What a run tells while it goes on; every face (text, JSON lines, VS Code) makes its output of these. Times are milliseconds since 1970,
 * durations milliseconds. Events come in the order in which things happened; the first is `run-started`, the last `run-finished`.
 */
export type RunEvent =
  | RunStarted
  | TasksAdded
  | TaskStarted
  | TaskSkipped
  | TaskRetried
  | TaskFinished
  | Output
  | Log
  | RunFinished;

/** The states of Digdag's tasks (TaskStateCode). */
export type TaskState =
  | 'blocked'
  | 'ready'
  | 'retry_waiting'
  | 'group_retry_waiting'
  | 'running'
  | 'planned'
  | 'group_error'
  | 'success'
  | 'error'
  | 'canceled';

/** A line of a file, counted from 1; columns count UTF-16 units from 1. */
export interface SourceLine {
  /** Absolute. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A task of the run. Copies made by a group's retry have the same name and another id. */
export interface TaskReference {
  readonly id: number;
  /** The full name: `+main+load^sub+x`. */
  readonly name: string;
  /** It only holds other tasks. */
  readonly group: boolean;
  /** Where it is written; absent for tasks that no local file holds (fetched by http_call>, `^failure-alert`). */
  readonly source?: SourceLine;
}

interface RunStarted {
  readonly type: 'run-started';
  readonly time: number;
  readonly workflow: string;
  readonly projectDirectory: string;
  /** `2026-01-02T03:04:05+00:00` */
  readonly sessionTime: string;
  readonly timezone: string;
  /** Where finished tasks are noted, so that a later run can skip them; absent with `--no-save`. */
  readonly statusDirectory?: string;
}

/** Tasks that are there now and have not started, `blocked`: those of the workflow when it begins, later what tasks make. Parents come first. */
interface TasksAdded {
  readonly type: 'tasks-added';
  readonly time: number;
  /** `parent`: an id; the root of an attempt has none. */
  readonly tasks: readonly { readonly task: TaskReference; readonly parent?: number }[];
}

/** An operator begins (also each time after a retry), or a group opens. */
interface TaskStarted {
  readonly type: 'task-started';
  readonly time: number;
  readonly task: TaskReference;
}

/** The task is not run and counts as a success. */
export interface TaskSkipped {
  readonly type: 'task-skipped';
  readonly time: number;
  readonly task: TaskReference;
  /** `done`: an earlier run finished it; `not-selected`: --goal or --end leave it out; `dry-run`. */
  readonly reason: 'done' | 'not-selected' | 'dry-run';
}

/** The task failed, or a wait for something ended for now; it runs again. */
interface TaskRetried {
  readonly type: 'task-retried';
  readonly time: number;
  readonly task: TaskReference;
  /** Milliseconds until then. */
  readonly after: number;
  /** What failed; absent where nothing did (a wait, a poll). */
  readonly message?: string;
}

/** The task has reached a state that it will not leave. */
interface TaskFinished {
  readonly type: 'task-finished';
  readonly time: number;
  readonly task: TaskReference;
  readonly state: TaskState;
  readonly duration: number;
  /** Of a task in state `error`: Digdag's message. */
  readonly message?: string;
}

/** A piece of a task's own output, untouched; it may begin and end inside a line, even inside a character. */
interface Output {
  readonly type: 'output';
  readonly time: number;
  readonly task: TaskReference;
  readonly chunk: Uint8Array;
}

export interface Log {
  readonly type: 'log';
  readonly time: number;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly task?: TaskReference;
  readonly message: string;
}

export interface RunFinished {
  readonly type: 'run-finished';
  readonly time: number;
  readonly duration: number;
  /** As the exit code says it: false also where a task failed that a group's retry made good later, as `digdag run` counts it. */
  readonly success: boolean;
  readonly canceled: boolean;
  readonly statusDirectory?: string;
  /** Every task, in the order of ids: also those that never started (`blocked`). */
  readonly tasks: readonly TaskSummary[];
  /** The tasks in state `error`, in the order of ids. */
  readonly errors: readonly { readonly task: TaskReference; readonly message: string }[];
}

export interface TaskSummary {
  readonly task: TaskReference;
  readonly state: TaskState;
  /** Ids; the root has no parent. */
  readonly parent?: number;
  readonly upstreams: readonly number[];
  /** What it stored for later tasks, and exported to its own, as plain JSON; absent where that is nothing. */
  readonly stored?: unknown;
  readonly exported?: unknown;
  /** Own keys and exports of a task that was made while the workflow ran (`^sub`, `^error`, …), as plain JSON. */
  readonly config?: unknown;
  /** Of a task that failed by itself. */
  readonly message?: string;
  /** Absent where it never started. */
  readonly duration?: number;
}
