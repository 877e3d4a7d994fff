import { mergeMaps } from '../value/merge.ts';
import { type ConfigMap, isMap } from '../value/value.ts';
import { descendants, type TaskOfAttempt } from './task.ts';

/**
 * What a task may see before its own local keys are added (WorkflowExecutor.collectParams): on the way from the root down to it, at each level
 * the values stored by what ran before, then the exports and stores of the ancestor; last its own `_export`.
 * @param base the parameters of the attempt
 */
export function collectParams(task: TaskOfAttempt, base: ConfigMap): ConfigMap {
  let params = mergeMaps(base, new Map());
  const path = pathTo(task);
  for (const ancestor of path) {
    for (const stored of storedBefore(ancestor)) params = applyStores(params, stored);
    if (ancestor === task) break;
    params = applyExports(params, ancestor);
    params = applyStores(params, ancestor);
  }
  return merge(params, task.config.exported);
}

/** What the tasks below a failed group stored, merged into what its `_error` exports (collectErrorParams). */
export function errorParams(group: TaskOfAttempt, exported: ConfigMap): ConfigMap {
  let params = exported;
  let error: ConfigMap = new Map();
  for (const task of descendants(group)) {
    params = applyStores(params, task);
    error = merge(error, task.error);
  }
  return new Map([...params, ['error', error]]);
}

function applyExports(params: ConfigMap, task: TaskOfAttempt): ConfigMap {
  return merge(merge(params, task.config.exported), task.result.exports);
}

/** ParameterUpdate.applyTo */
function applyStores(params: ConfigMap, task: TaskOfAttempt): ConfigMap {
  const { resetStores = [], stores } = task.result;
  const kept = resetStores.reduce(without, params);
  return merge(kept, stores);
}

/** The params without a nested key; where a name on the way to it holds no map, nothing is taken away. */
function without(params: ConfigMap, [name, ...rest]: readonly string[]): ConfigMap {
  if (name === undefined || !params.has(name)) return params;
  const copy = new Map(params);
  if (rest.length === 0) {
    copy.delete(name);
    return copy;
  }
  const nested = params.get(name);
  return isMap(nested) ? copy.set(name, without(nested, rest)) : params;
}

function merge(params: ConfigMap, over: ConfigMap | undefined): ConfigMap {
  return over === undefined || over.size === 0 ? params : mergeMaps(params, over);
}

function pathTo(task: TaskOfAttempt): TaskOfAttempt[] {
  const path = [task];
  for (let above = task.parent; above; above = above.parent) path.unshift(above);
  return path;
}

/**
 * The tasks that stored something and ran before this one among its siblings and in them, also indirectly: far ones first
 * (TaskTree.getRecursiveParentsUpstreamChildrenIdListFromFar). It does not change once the task may start, so it is found once.
 */
function storedBefore(task: TaskOfAttempt): readonly TaskOfAttempt[] {
  task.storedBefore ??= findStoredBefore(task);
  return task.storedBefore;
}

function findStoredBefore({ upstreams: [only, ...others] }: TaskOfAttempt): readonly TaskOfAttempt[] {
  if (!only) return [];
  if (others.length === 0) return [...storedBefore(only), ...storedIn(only)];
  const found = new Set<TaskOfAttempt>();
  for (const upstream of [only, ...others].sort((one, other) => one.id - other.id)) {
    for (const task of [...storedBefore(upstream), ...storedIn(upstream)]) found.add(task);
  }
  return [...found];
}

function storedIn(task: TaskOfAttempt): readonly TaskOfAttempt[] {
  const below = task.children.length === 0 ? [] : [...descendants(task)];
  return [task, ...below].filter(({ result }) => result.stores?.size || result.resetStores?.length);
}
