import { originOf } from '../attempt/origin.ts';
import { splitConfig, type TaskConfig, type TaskOfAttempt, type TaskValues } from '../attempt/task.ts';
import type { ConfigMap } from '../value/value.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { WorkflowTask } from '../workflow/workflow.ts';
import type { ResolvedTask } from './resolved.ts';

/** A task that is imagined to run. */
export class StaticTask implements TaskOfAttempt {
  readonly children: StaticTask[] = [];
  readonly config: TaskConfig;
  /** Where it is written, as far as a file holds it. */
  readonly origin: TaskNode | undefined;
  readonly error: ConfigMap | undefined = undefined;
  result: TaskValues = {};
  storedBefore: readonly TaskOfAttempt[] | undefined;

  constructor(
    readonly id: number,
    readonly compiled: WorkflowTask,
    readonly parent: StaticTask | null,
    readonly upstreams: readonly StaticTask[],
    readonly when: ResolvedTask['when'],
  ) {
    this.config = splitConfig(compiled.config);
    this.origin = originOf(compiled, parent?.origin);
    parent?.children.push(this);
  }

  get fullName(): string {
    return this.compiled.fullName;
  }
}
