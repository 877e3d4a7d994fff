import { asBoolean, unexpected } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { nestedOrEmpty } from './config.ts';
import { configError, type Operator } from './operator.ts';

/** if>: runs `_do` or `_else_do`. */
export const operator: Operator = {
  retries: false,
  expands: true,
  async run({ params }) {
    const then = nestedOrEmpty(params, '_do');
    const otherwise = nestedOrEmpty(params, '_else_do');
    const condition = conditionOf(params);
    if (then.size === 0 && otherwise.size === 0) throw configError('Both _do and _else_do are not specified.');
    return { subtasks: condition ? then : otherwise };
  },
};

function conditionOf(params: ConfigMap): boolean {
  const value = params.get('_command') ?? null;
  if (value === null) throw configError("Parameter '_command' is required but not set");
  const condition = asBoolean(value);
  if (condition === undefined) throw configError(unexpected("'true' or 'false'", '_command', value).message);
  return condition;
}
