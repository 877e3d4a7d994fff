import type { SessionVariables } from '../expressions/session.ts';
import { mergeMaps } from '../value/merge.ts';
import { type ConfigError, getText } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { isHandler } from '../workflow/bodyKeys.ts';
import { collectParams } from './parameters.ts';
import type { TaskOfAttempt } from './task.ts';

/** What is evaluated before an operator runs (OperatorManager.evalConfig). */
export interface TaskScope {
  /** What expressions see: all parameters in scope, as they are written. */
  readonly scope: ConfigMap;
  /** What is evaluated: the same, with the task's own keys over it. */
  readonly merged: ConfigMap;
  /** The task's own keys. */
  readonly own: ConfigMap;
}

/** @param base the parameters of the attempt */
export function taskScope(
  task: TaskOfAttempt,
  fullName: string,
  base: ConfigMap,
  variables: SessionVariables,
): TaskScope {
  const collected = withoutBodies(collectParams(task, base));
  const scope = mergeMaps(collected, variables.of(fullName, collected));
  const own = withoutBodies(task.config.local);
  return { scope, merged: mergeMaps(scope, own), own };
}

/**
 * Finds the operator in the evaluated parameters and puts `_type` and `_command` there (the first half of OperatorManager.runWithWorkspace).
 * @returns undefined where the task has no operator at all: it only exports
 */
export function setOperator(params: ConfigMap): string | undefined | ConfigError {
  if (params.has('_type')) return getText(params, '_type');
  for (const key of params.keys()) {
    if (!key.endsWith('>')) continue;
    const command = params.get(key) ?? null;
    const type = key.slice(0, -1);
    params.set('_type', type);
    // Java's Config.set takes a key away where the value is null.
    if (command === null) params.delete('_command');
    else params.set('_command', command);
    return type;
  }
  return undefined;
}

/** `_check` and `_error` may refer to what only exists later: they are compiled and evaluated on their own. */
function withoutBodies(params: ConfigMap): ConfigMap {
  for (const key of params.keys()) {
    if (isHandler(key)) return new Map([...params].filter(([name]) => !isHandler(name)));
  }
  return params;
}
