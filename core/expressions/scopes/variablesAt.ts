import { mergeMaps } from '../../value/merge.ts';
import { type ConfigMap, isMap } from '../../value/value.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import type { Evaluator } from '../evaluate.ts';
import { type Evaluation, failed } from '../evaluation.ts';
import { definitionsAt } from './definitions.ts';
import type { Definition, ScopeOptions, Variable } from './variable.ts';

/**
 * The variables that expressions of a task can use, by name, in Digdag's order of parameters.
 * @param before the key of the task whose value holds the expression; the task's keys below it are not visible to it
 */
export function variablesAt(task: TaskNode, options: ScopeOptions, before?: string): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const definition of definitionsAt(task, options, before)) {
    const weaker = variables.get(definition.name);
    variables.set(definition.name, weaker ? over(weaker, definition) : { ...definition, overrides: [] });
  }
  return variables;
}

function over(weaker: Variable, definition: Definition): Variable {
  const { overrides, ...last } = weaker;
  const merged: Variable = { ...definition, overrides: [...overrides, last] };
  const { value } = definition;
  return isMap(value) && isMap(weaker.value) ? { ...merged, value: mergeMaps(weaker.value, value) } : merged;
}

/** The parameters as Digdag would hand them to the engine; what only a run tells is not in them. */
function parametersOf(variables: ReadonlyMap<string, Variable>): ConfigMap {
  const params: ConfigMap = new Map();
  for (const [name, { value }] of variables) if (value !== undefined) params.set(name, value);
  return params;
}

/**
 * What a text of a task becomes for the chosen session: as far as it is known before a run. Digdag first evaluates exported values in the order of
 * the parameters, so that a text sees what stands before it evaluated.
 */
export async function resolveAt(
  text: string,
  variables: ReadonlyMap<string, Variable>,
  evaluator: Evaluator,
  signal?: AbortSignal,
): Promise<Evaluation<string>> {
  const raw = parametersOf(variables);
  const above: ConfigMap = new Map();
  for (const [name, value] of raw) {
    const evaluated = await evaluator.value(value, raw, above, signal);
    if (evaluated.ok) above.set(name, evaluated.value);
    else if (evaluated.error.kind === 'cancelled') return failed(evaluated.error);
  }
  return evaluator.template(text, new Map([...raw, ...above]), signal);
}
