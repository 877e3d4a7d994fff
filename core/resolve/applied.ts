import { builtInCatalog } from '../catalog/catalog.ts';
import { type ConfigMap, isMap } from '../value/value.ts';
import type { AppliedOption } from './resolved.ts';
import type { Shown } from './shown.ts';
import type { StaticTask } from './staticTask.ts';

/** What became of the keys that a map writes: of the evaluated values those parts alone. */
export function keysOf(written: ConfigMap, shown: ReadonlyMap<string, Shown>): Map<string, Shown> {
  const keys = new Map<string, Shown>();
  for (const [key, value] of written) {
    const found = shown.get(key);
    if (found?.kind === 'map' && isMap(value)) keys.set(key, { kind: 'map', entries: keysOf(value, found.entries) });
    else if (found) keys.set(key, found);
  }
  return keys;
}

/** The options of an operator that the task does not write itself: exports around it and parameters bring them. */
export function appliedOptions(
  operator: string,
  task: StaticTask,
  own: ConfigMap,
  shown: ReadonlyMap<string, Shown>,
): AppliedOption[] {
  const known = builtInCatalog.operator(operator);
  if (!known) return [];
  const sections = (known.sections ?? []).flatMap(({ path }) => path[0] ?? []);
  const names = new Set([...known.parameters.map(({ name }) => name), ...sections]);
  return [...names].flatMap((key) => {
    const value = shown.get(key);
    if (!value || own.has(key) || task.config.exported.has(key)) return [];
    return [{ key, value, from: exporterOf(key, task) }];
  });
}

function exporterOf(key: string, task: StaticTask): string | undefined {
  for (let above = task.parent; above; above = above.parent) if (above.config.exported.has(key)) return above.fullName;
  return undefined;
}
