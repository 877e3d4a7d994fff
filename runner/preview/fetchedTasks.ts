import { maxTasks } from '../../core/attempt/limits.ts';
import type { FetchedWorkflow } from '../../core/http/fetchedWorkflow.ts';
import { toValue } from '../../core/project/located.ts';
import { javaKind } from '../../core/text/javaKind.ts';
import { toJson } from '../../core/value/json.ts';
import { compileSubtasks } from '../../core/workflow/compile.ts';
import type { WorkflowTask } from '../../core/workflow/workflow.ts';

/** A task that a fetched workflow would add. */
export interface FetchedTask {
  readonly fullName: string;
  readonly group: boolean;
  readonly operator: string | undefined;
  /** What stands behind the operator, as written. */
  readonly command: string | undefined;
  readonly effect: Effect | undefined;
  /** Where it is written, in UTF-16 units of the definition's text. */
  readonly start: number;
  readonly end: number;
}

/** What running it would do beyond this machine's memory. */
type Effect = 'command' | 'request' | 'workflow';

export type FetchedTasks =
  | { readonly ok: true; readonly tasks: readonly FetchedTask[] }
  /** Digdag's message, where it refuses to make the tasks. */
  | { readonly ok: false; readonly message: string };

const harmless = new Set([
  'echo',
  'fail',
  'if',
  'loop',
  'for_each',
  'for_range',
  'wait',
  'nop',
  'notify',
  'param_get',
  'param_set',
]);

/**
 * The tasks below `+caller^sub` as Digdag would make them.
 * @param before how many tasks the attempt has already: there is a limit on all of them
 */
export function fetchedTasks(caller: string, { definition }: FetchedWorkflow, before: number): FetchedTasks {
  const { tasks, refusal } = compileSubtasks(caller, '^sub', definition);
  if (refusal) return { ok: false, message: `${refusal.message ?? refusal.java} (${javaKind(refusal.java)})` };
  if (before + tasks.length > maxTasks) {
    const message = `Too many tasks. Limit: ${maxTasks}, Current: ${before}, Adding: ${tasks.length}`;
    return { ok: false, message: `${message} (task limit exceeded)` };
  }
  return { ok: true, tasks: tasks.map(described) };
}

function described({ fullName, group, node, place }: WorkflowTask): FetchedTask {
  const [use] = node.operators;
  const written = use?.command ? toValue(use.command) : undefined;
  const command = typeof written === 'string' ? written : written === undefined ? undefined : toJson(written);
  const { start, end } = place;
  return { fullName, group, operator: use?.name, command, effect: effectOf(use?.name), start, end };
}

function effectOf(operator: string | undefined): Effect | undefined {
  if (operator === undefined || harmless.has(operator)) return undefined;
  if (operator === 'call' || operator === 'require') return 'workflow';
  return ['sh', 'py', 'rb', 'embulk', 'emr', 'docker'].includes(operator) ? 'command' : 'request';
}
