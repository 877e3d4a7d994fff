import { builtInCatalog } from '../../catalog/catalog.ts';
import type { Operator, Parameter } from '../../catalog/types.ts';
import type { EvaluatedText } from '../../expressions/uses.ts';

/**
 * What becomes of `${secret:…}` in a text of a task: `expanded` into the secret, `literal` as it is written, or `handed on` to a place that the
 * text does not tell (other tasks, files, operators of plugins).
 */
export type SecretTreatment = 'expanded' | 'handed on' | 'literal';

/** @param name the secret that the text asks for */
export function secretTreatment({ task, key, path }: EvaluatedText, name: string): SecretTreatment {
  if (key === '_export') return path[0] === '_env' ? 'literal' : 'handed on';
  const [use, another] = task.operators;
  const operator = use && !another ? builtInCatalog.operator(use.name) : undefined;
  if (!use || !operator || handsOn.has(operator.name)) return 'handed on';
  // Of operators that start no command, no-effect tells that _env does nothing.
  if (key === '_env') return 'expanded';
  const steps = [key, ...path].filter((step) => typeof step === 'string');
  if (key !== use.entry.key && key !== '_command')
    return parameterTreatment(operator.parameters, steps, name, operator);
  if (operator.command?.secretTemplate) return 'expanded';
  return path.length > 0 ? parameterTreatment(operator.command?.parameters, steps.slice(1), name, operator) : 'literal';
}

/** Their values reach other tasks, other attempts or the next runs, where a text with a secret may be expanded still. */
const handsOn: ReadonlySet<string> = new Set(['call', 'for_each', 'param_set', 'require']);

function parameterTreatment(
  parameters: readonly Parameter[] | undefined,
  steps: readonly string[],
  name: string,
  operator: Operator,
): SecretTreatment {
  const [step, ...deeper] = steps;
  const parameter = parameters?.find((known) => known.name === step);
  // Values for a template file are put into it, and what then becomes of it is the operator's business.
  if (!parameter) return operator.unknownKeys === 'template-variables' ? 'handed on' : 'literal';
  if (parameter.secretTemplate) return 'expanded';
  // Digdag asks for the secret of this name itself, and only then for the parameter.
  if (parameter.secret === name) return 'handed on';
  return parameter.parameters ? parameterTreatment(parameter.parameters, deeper, name, operator) : 'literal';
}
