import type { Place } from '../../rules/finding.ts';
import type { ConfigMap, Value } from '../../value/value.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import type { ScheduledSessions, Session } from '../session.ts';

/** Where a variable's value comes from. */
type OriginKind =
  /** Digdag itself: `session_time`, `task_name`, `_error`'s `error`, … */
  | 'session'
  /** `-p`, `-P` or the request that started the session. */
  | 'parameter'
  | 'export'
  /** The operator around the task: `i`, `range`, the keys of `for_each>`, `td.each`. */
  | 'loop'
  /** An operator of an earlier task: `td.last_results`. */
  | 'output'
  /** A key of the task itself, written above. */
  | 'key'
  /** Code of an earlier task keeps it: `digdag.env.store`. */
  | 'store'
  /** A workflow that runs this one by `call>`. */
  | 'caller';

export interface Origin {
  readonly kind: OriginKind;
  /** Where it is written; absent where no file says it. */
  readonly place?: Place;
  /** The full name of the task that gives it. */
  readonly task?: string;
}

/** `fixed`: as written. `computed`: of an expression, or chosen for a session. `unknown`: only a run tells. */
type Certainty = 'fixed' | 'computed' | 'unknown';

/** One thing that gives a variable a value. */
export interface Definition {
  /** The name that expressions begin with: `td` for `td.last_results`. */
  readonly name: string;
  /** As it is written, `${…}` included; absent where only a run tells. Of an output with members: a map with what is known. */
  readonly value?: Value;
  readonly certainty: Certainty;
  readonly origin: Origin;
}

export interface Variable extends Definition {
  /** What it overrides, weakest first; maps are merged with these. */
  readonly overrides: readonly Definition[];
}

/** The variables that tasks before one leave behind, by name: see Outputs. */
export interface OutputsBefore {
  before(task: TaskNode): ReadonlyMap<string, Definition>;
}

/** What one may know or choose beyond the file. */
export interface ScopeOptions {
  readonly session?: Session;
  /** `-p` and `-P`. */
  readonly params?: ConfigMap;
  /** The sessions before and after the chosen one; needs a schedule. */
  readonly sessions?: ScheduledSessions;
  /** The workflow has a `schedule:`, so that `last_session_*` and `next_session_*` exist. */
  readonly scheduled?: boolean;
  /** Remembers the outputs of tasks, where many scopes of one tree are asked for. */
  readonly outputs?: OutputsBefore;
  /** Definitions that other files bring (callers, code that stores), weaker than all of the file's own. */
  readonly others?: readonly Definition[];
}
