import type { LocatedEntry } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import type { TaskNode } from './taskNode.ts';

/** Why Digdag refuses a workflow; each is the id of the rule in core/rules that turns it into a finding. */
export type ProblemKind =
  | 'after'
  | 'background'
  | 'body-not-a-map'
  | 'disable'
  | 'error-not-a-map'
  | 'export-not-a-map'
  | 'group-key'
  | 'operator-with-subtasks'
  | 'parallel'
  | 'task-name'
  | 'task-value'
  | 'timezone'
  | 'top-level-key'
  | 'top-level-null'
  | 'two-operators'
  | 'workdir'
  | 'workflow-name';

/** One thing that Digdag's compiler refuses, with all that a rule needs for a good message and a fix. Its place is the place of the fault. */
export interface Problem extends Place {
  readonly kind: ProblemKind;
  /** Digdag's words, without the dump of the config that it adds. */
  readonly message: string;
  /** Digdag says so when it loads the project; false where only at run time, when the task's body (`_do`, `_check`) is due. */
  readonly early: boolean;
  /** The task; null where it is the file. */
  readonly node: TaskNode | null;
  /** The key that is wrong, or whose value is. */
  readonly entry: LocatedEntry | null;
  /** What Digdag suggests instead, best first. */
  readonly suggestions: readonly string[];
}

/** Digdag's verdict on a workflow that it refuses: the first error that it meets, as it prints it. */
export interface Refusal {
  /** `load`: reading the file; `workflow`: its top-level keys and names; `compile`: its tasks. */
  readonly stage: 'load' | 'workflow' | 'compile';
  /** The Java class of the exception. */
  readonly java: string;
  /** Null where Java has no message. */
  readonly message: string | null;
}
