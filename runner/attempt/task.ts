import type { TaskConfig, TaskOfAttempt } from '../../core/attempt/task.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import type { TaskNode } from '../../core/workflow/taskNode.ts';
import type { TaskState } from '../events.ts';
import type { TaskResult } from '../operators/operator.ts';

/** One task of an attempt, with all that happened to it: a row of Digdag's task table. */
export class Task implements TaskOfAttempt {
  state: TaskState = 'blocked';
  /** Its own run failed; it becomes `error` when its `^error` is through. */
  delayedError = false;
  /** Its children failed; it becomes `group_error` when its `^error` is through. */
  delayedGroupError = false;
  /** What one try leaves for the next, `retry_count` among it. */
  stateParams: ConfigMap = new Map();
  tries = 0;
  startedAt: number | undefined;
  finishedAt: number | undefined;
  result: TaskResult = {};
  /** `message`, and of unexpected errors `stacktrace`. */
  error: ConfigMap | undefined;
  readonly children: Task[] = [];
  /** What waits for it: the other side of `upstreams`. */
  readonly followers: Task[] = [];
  /** See core/attempt/parameters.ts. */
  storedBefore: readonly Task[] | undefined;

  constructor(
    readonly id: number,
    readonly fullName: string,
    readonly parent: Task | null,
    readonly upstreams: Task[],
    readonly group: boolean,
    readonly config: TaskConfig,
    /** Copied when a group around it is retried; copies are not. */
    readonly initial: boolean,
    /** Where it is written, as far as a file holds it; see core/attempt/origin.ts. */
    readonly origin: TaskNode | undefined,
  ) {}

  get isFinal(): boolean {
    return isFinal(this.state);
  }
}

function isFinal(state: TaskState): boolean {
  return state === 'success' || state === 'error' || state === 'group_error' || state === 'canceled';
}
