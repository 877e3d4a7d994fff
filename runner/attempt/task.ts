import { mergeMaps } from '../../core/value/merge.ts';
import { type ConfigMap, isMap } from '../../core/value/value.ts';
import type { TaskNode } from '../../core/workflow/taskNode.ts';
import type { TaskState } from '../events.ts';
import type { TaskResult } from '../operators/operator.ts';

/** One task of an attempt, with all that happened to it: a row of Digdag's task table. */
export class Task {
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
  /** See parameters.ts. */
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
    /** Where it is written, as far as a file holds it; see origin.ts. */
    readonly origin: TaskNode | undefined,
  ) {}

  get isFinal(): boolean {
    return isFinal(this.state);
  }
}

function isFinal(state: TaskState): boolean {
  return state === 'success' || state === 'error' || state === 'group_error' || state === 'canceled';
}

/** The keys of a task, split as Digdag's TaskConfig: `_export` is what others may see, the rest is local. */
export interface TaskConfig {
  readonly local: ConfigMap;
  readonly exported: ConfigMap;
}

const nothing: ConfigMap = new Map();

export function splitConfig(config: ConfigMap): TaskConfig {
  const exported = config.get('_export');
  if (exported === undefined) return { local: config, exported: nothing };
  const local = new Map(config);
  local.delete('_export');
  return { local, exported: isMap(exported) ? exported : nothing };
}

/** A key of the task itself; one that is written in its `_export` counts too, maps of both are merged (TaskConfig.getMerged). */
export function mergedConfig(task: Task, key: string): ConfigMap {
  const { local, exported } = task.config;
  const only = (config: ConfigMap): ConfigMap => new Map([...config].filter(([name]) => name === key));
  return mergeMaps(only(exported), only(local));
}
