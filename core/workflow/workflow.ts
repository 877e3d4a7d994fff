import type { LocatedMap } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import type { ConfigMap } from '../value/value.ts';
import type { TaskNode } from './taskNode.ts';

/** A task as Digdag's compiler makes it (io.digdag.core.workflow.WorkflowTask); `index` is its place in the workflow's list. */
export interface WorkflowTask {
  readonly index: number;
  /** `+main+load`: the parent's full name, then the name. */
  readonly fullName: string;
  /** As written, with its `+`; of the first task what the list was made for: `+<workflow>`, `^sub`, `^error` or `^check`. */
  readonly name: string;
  /** The index of the group around it; null of the first task. */
  readonly parent: number | null;
  /** Indexes of the tasks that must succeed before it starts, in Digdag's order; one may occur twice. */
  readonly upstreams: readonly number[];
  /** It only holds its children and runs no operator. */
  readonly group: boolean;
  /** The task's own keys in file order: no `+tasks`, no `_background` or `_after` where Digdag takes them away; `{_disable: true}` if disabled. */
  readonly config: ConfigMap;
  /** The task as it is written. */
  readonly node: TaskNode;
  /** Its key; of the first task of a file the beginning of the file. */
  readonly place: Place;
}

/** A workflow that Digdag accepts. */
export interface Workflow {
  readonly name: string;
  /** A zone id as Java's ZoneId prints it; `UTC` where the file says nothing. */
  readonly timezone: string;
  /** The first task is the root, `+<name>`; parents stand before their children. */
  readonly tasks: readonly WorkflowTask[];
  /** What Digdag reads the schedule, sla and exports from: the file's map without its `timezone`. */
  readonly config: LocatedMap;
}
