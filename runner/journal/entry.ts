import type { RunEvent, RunFinished, TaskReference, TaskState } from '../events.ts';

/**
 * A line of a run's journal: what an editor needs to show the run while it goes on and later. It holds no parameters and no results of tasks, and
 * of output so much that a journal stays small; known secrets are masked.
 */
export type JournalEntry =
  | JournalBegin
  | Exclude<RunEvent, { type: 'output' | 'run-finished' }>
  | JournalOutput
  | JournalEnd
  | JournalRefusal;

/** The first line. */
interface JournalBegin {
  readonly type: 'journal';
  readonly version: 1;
  readonly time: number;
  /** The process that runs. */
  readonly pid: number;
  /** What the editor wants to know again: as it was given. */
  readonly request: unknown;
}

interface JournalOutput {
  readonly type: 'output';
  readonly time: number;
  /** The id of the task. */
  readonly task: number;
  readonly text: string;
  /** Bytes that are left out before this piece. */
  readonly omitted?: number;
}

interface JournalEnd
  extends Pick<RunFinished, 'type' | 'time' | 'duration' | 'success' | 'canceled' | 'statusDirectory'> {
  readonly tasks: readonly JournalTask[];
}

interface JournalTask {
  readonly task: TaskReference;
  readonly state: TaskState;
  readonly parent?: number;
  readonly message?: string;
  readonly duration?: number;
}

/** The run could not start. */
interface JournalRefusal {
  readonly type: 'run-refused';
  readonly time: number;
  readonly message: string;
}
