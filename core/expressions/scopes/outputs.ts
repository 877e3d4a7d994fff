import { builtInCatalog } from '../../catalog/catalog.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import { walkTasks } from '../../workflow/taskNode.ts';
import type { Definition } from './variable.ts';

/**
 * The variables that tasks before this one leave behind: Digdag hands on what the siblings above stored, their descendants included. (Parallel
 * siblings hand on nothing, but which of them do is left open: an earlier one may.)
 */
export function outputsBefore(task: TaskNode): Definition[] {
  const definitions: Definition[] = [];
  for (const sibling of task.parent?.children ?? []) {
    if (sibling === task) break;
    if (sibling.body === '_error') continue;
    for (const earlier of walkTasks(sibling)) definitions.push(...outputsOf(earlier));
  }
  return definitions;
}

/** The variables that the task's operator stores when it has run. */
export function outputsOf(task: TaskNode): Definition[] {
  return task.operators.flatMap((use) => {
    const outputs = builtInCatalog.operator(use.name)?.outputs ?? [];
    const names = new Set(outputs.map((output) => output.name.split('.')[0] ?? ''));
    const origin = { kind: 'output' as const, place: use.entry.keyPlace, task: task.fullName };
    const definitions = [...names]
      .filter((name) => /^\w+$/.test(name))
      .map((name): Definition => ({ name, certainty: 'unknown', origin }));
    return use.name === 'param_get' ? [...definitions, ...fetchedNames(task)] : definitions;
  });
}

/** `param_get>` makes a variable of each key's value. */
function fetchedNames(task: TaskNode): Definition[] {
  const definitions: Definition[] = [];
  for (const { key, value } of task.config.entries.values()) {
    if (key === 'param_get>' || value.kind !== 'scalar' || typeof value.value !== 'string') continue;
    const origin = { kind: 'output' as const, place: value.place, task: task.fullName };
    definitions.push({ name: value.value, certainty: 'unknown', origin });
  }
  return definitions;
}
