import { configError } from '../text/digdagError.ts';
import { toJson } from '../value/json.ts';
import { mergeMaps } from '../value/merge.ts';
import { ConfigError, getBoolean, getInt } from '../value/typed.ts';
import { type ConfigMap, isMap } from '../value/value.ts';
import { orThrow } from './config.ts';

// What loop>, for_each> and for_range> have in common. The functions throw a DigdagError.

/** Digdag's executor.task_max_run default: no more tasks than an attempt may have. */
export const maxLoopTasks = 1000;

/** A copy of `_do` whose `_export` gets these variables on top of its own. */
export function iteration(body: ConfigMap, variables: ConfigMap): ConfigMap {
  const own = body.get('_export') ?? null;
  if (own !== null && !isMap(own)) throw configError("Parameter '_export' must be an object");
  return mergeMaps(body, new Map()).set('_export', new Map([...(own ?? []), ...variables]));
}

/** The subtasks of a loop, parallel where its `_parallel` says so (ParallelControl.copyIfNeeded). */
export function subtasks(iterations: ConfigMap, params: ConfigMap): ConfigMap {
  const parallel = params.get('_parallel');
  return parallel !== undefined && isParallel(params) ? new Map(iterations).set('_parallel', parallel) : iterations;
}

function isParallel(params: ConfigMap): boolean {
  const value = params.get('_parallel') ?? null;
  if (typeof value === 'boolean' || typeof value === 'string') return orThrow(getBoolean(params, '_parallel', false));
  if (isMap(value)) {
    const limit = getInt(value, 'limit');
    if (limit instanceof ConfigError) throw configError(limit.message);
    return true;
  }
  throw configError(`Invalid _parallel format: ${toJson(value)}`);
}
