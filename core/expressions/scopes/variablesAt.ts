import { mergeMaps } from '../../value/merge.ts';
import { isMap } from '../../value/value.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import { definitionsAt } from './definitions.ts';
import type { Definition, ScopeOptions, Variable } from './variable.ts';

/**
 * The variables that expressions of a task can use, by name, in Digdag's order of parameters.
 * @param before the key of the task whose value holds the expression; the task's keys below it are not visible to it
 */
export function variablesAt(task: TaskNode, options: ScopeOptions, before?: string): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const definition of definitionsAt(task, options, before)) addDefinition(variables, definition);
  return variables;
}

/** Lets one more definition win over those that are there. */
export function addDefinition(variables: Map<string, Variable>, definition: Definition): void {
  const weaker = variables.get(definition.name);
  variables.set(definition.name, weaker ? over(weaker, definition) : { ...definition, overrides: [] });
}

function over(weaker: Variable, definition: Definition): Variable {
  const { overrides, ...last } = weaker;
  const merged: Variable = { ...definition, overrides: [...overrides, last] };
  const { value } = definition;
  return isMap(value) && isMap(weaker.value) ? { ...merged, value: mergeMaps(weaker.value, value) } : merged;
}
