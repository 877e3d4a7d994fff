import { configError } from '../text/digdagError.ts';
import { getInt, getIntOr } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { orThrow, requiredNested } from './config.ts';
import { iteration, maxLoopTasks, subtasks } from './loops.ts';

/** loop>: `_do` so many times, with `${i}`. Throws a DigdagError. */
export function loopTasks(params: ConfigMap): ConfigMap {
  const body = requiredNested(params, '_do');
  const command = orThrow(getInt(params, '_command'));
  const count = orThrow(getIntOr(params, 'count', command));
  if (count > maxLoopTasks) throw configError(`Too many loop subtasks. Limit: ${maxLoopTasks}`);
  const iterations: ConfigMap = new Map();
  for (let i = 0; i < count; i++) iterations.set(`+loop-${i}`, iteration(body, new Map([['i', i]])));
  return subtasks(iterations, params);
}
