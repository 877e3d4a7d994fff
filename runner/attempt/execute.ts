import { setOperator, taskScope } from '../../core/attempt/taskScope.ts';
import type { Evaluator } from '../../core/expressions/evaluate.ts';
import type { SessionVariables } from '../../core/expressions/session.ts';
import { DigdagError } from '../../core/text/digdagError.ts';
import { ConfigError } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { configError, type Operator, OperatorError, type TaskContext, type TaskResult } from '../operators/operator.ts';
import type { Task } from './task.ts';

/** What an operator task needs of its attempt. */
export interface Execution {
  readonly evaluator: Evaluator;
  readonly variables: SessionVariables;
  /** The parameters of the attempt. */
  readonly params: ConfigMap;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  operator(name: string): Promise<Operator | undefined>;
  context(task: Task, params: ConfigMap, local: ConfigMap): TaskContext;
  /** Called with what the operator is about to get. */
  evaluated(task: Task, params: ConfigMap): void;
  /** Called where a dry run does not call the operator. */
  leftOut(task: Task): void;
}

/** A task as its operator sees it. */
interface Evaluated {
  readonly params: ConfigMap;
  readonly local: ConfigMap;
  /** Undefined where the task has no operator at all: it only exports. */
  readonly type: string | undefined;
}

/** Tries an operator task once. Throws an OperatorError or a DigdagError where it fails; see outcome.ts for what becomes of that. */
export async function execute(task: Task, execution: Execution): Promise<TaskResult> {
  const { type, params, local } = await evaluate(task, execution);
  if (type === undefined) return {};
  execution.evaluated(task, params);
  const operator = await execution.operator(type);
  if (execution.dryRun && !operator?.expands) {
    execution.leftOut(task);
    return {};
  }
  if (!operator) throw configError(`Unknown task type: ${type}`);
  return operator.run(execution.context(task, params, local));
}

/** OperatorManager.evalConfig and the first half of runWithWorkspace: every parameter in scope is evaluated, then the operator is found. */
async function evaluate(task: Task, { evaluator, variables, params: base, signal }: Execution): Promise<Evaluated> {
  const { scope, merged, own } = taskScope(task, task.fullName, base, variables);
  const evaluation = await evaluator.config(merged, scope, signal);
  if (!evaluation.ok) throw configError(evaluation.error.message);
  const params = evaluation.value;
  const type = setOperator(params);
  if (type instanceof ConfigError) throw configError(type.message);
  const local: ConfigMap = new Map();
  for (const key of own.keys()) local.set(key, params.get(key) ?? null);
  return { params, local, type };
}

/** Any failure as an OperatorError: what is none already came unexpected, as a RuntimeException does in Digdag. */
export function asOperatorError(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  if (error instanceof DigdagError) return new OperatorError(error.text, { kind: error.kind });
  return new OperatorError(error instanceof Error ? error.message : String(error), { kind: 'runtime' });
}
