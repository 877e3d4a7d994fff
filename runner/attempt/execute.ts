import type { Evaluator } from '../../core/expressions/evaluate.ts';
import { runtimeVariables, type Session } from '../../core/expressions/session.ts';
import { mergeMaps } from '../../core/value/merge.ts';
import { ConfigError, getText } from '../../core/value/typed.ts';
import type { ConfigMap, Value } from '../../core/value/value.ts';
import { configError, type Operator, OperatorError, type TaskContext, type TaskResult } from '../operators/operator.ts';
import { collectParams } from './parameters.ts';
import type { Task } from './task.ts';

/** What an operator task needs of its attempt. */
export interface Execution {
  readonly evaluator: Evaluator;
  readonly session: Session;
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

/** Tries an operator task once. Throws an OperatorError where it fails; see outcome.ts for what becomes of that. */
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
async function evaluate(task: Task, { evaluator, session, params: base, signal }: Execution): Promise<Evaluated> {
  const collected = withoutBodies(collectParams(task, base));
  const scope = mergeMaps(collected, runtimeVariables(session, task.fullName, collected));
  const own = withoutBodies(task.config.local);
  const evaluation = await evaluator.config(mergeMaps(scope, own), scope, signal);
  if (!evaluation.ok) throw configError(evaluation.error.message);
  const params = evaluation.value;
  const type = setOperator(params);
  const local: ConfigMap = new Map();
  for (const key of own.keys()) local.set(key, params.get(key) ?? null);
  return { params, local, type };
}

/** Finds the operator in the evaluated parameters and puts `_type` and `_command` there. */
function setOperator(params: ConfigMap): string | undefined {
  if (params.has('_type')) {
    const type = getText(params, '_type');
    if (type instanceof ConfigError) throw configError(type.message);
    return type;
  }
  for (const key of params.keys()) {
    if (!key.endsWith('>')) continue;
    const command: Value = params.get(key) ?? null;
    const type = key.slice(0, -1);
    params.set('_type', type).set('_command', command);
    return type;
  }
  return undefined;
}

/** `_check` and `_error` may refer to what only exists later: they are compiled and evaluated on their own. */
function withoutBodies(params: ConfigMap): ConfigMap {
  if (!params.has('_check') && !params.has('_error')) return params;
  return new Map([...params].filter(([key]) => key !== '_check' && key !== '_error'));
}

/** Any failure as an OperatorError: what is none already came unexpected, as a RuntimeException does in Digdag. */
export function asOperatorError(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  return new OperatorError(error instanceof Error ? error.message : String(error), { kind: 'runtime' });
}
