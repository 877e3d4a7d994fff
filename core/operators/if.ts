import { configError } from '../text/digdagError.ts';
import { asBoolean, unexpected } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { nestedOrEmpty } from './config.ts';

/** if>: `_do` or `_else_do`; empty where the chosen one is. Throws a DigdagError. */
export function ifTasks(params: ConfigMap): ConfigMap {
  const then = nestedOrEmpty(params, '_do');
  const otherwise = nestedOrEmpty(params, '_else_do');
  const condition = conditionOf(params);
  if (then.size === 0 && otherwise.size === 0) throw configError('Both _do and _else_do are not specified.');
  return condition ? then : otherwise;
}

function conditionOf(params: ConfigMap): boolean {
  const value = params.get('_command') ?? null;
  if (value === null) throw configError("Parameter '_command' is required but not set");
  const condition = asBoolean(value);
  if (condition === undefined) throw configError(unexpected("'true' or 'false'", '_command', value).message);
  return condition;
}
