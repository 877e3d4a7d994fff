import type { LocatedMap } from '../../project/located.ts';
import { toValue } from '../../project/located.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import type { Definition } from './variable.ts';

/** The variables that the operator around a body (`_do`, `_check`, `_error`) gives to it. `body` is that body's task. */
export function bodyVariables(body: TaskNode): Definition[] {
  const around = body.parent;
  if (!around || body.body === null) return [];
  if (body.body === '_error') return [{ name: 'error', certainty: 'unknown', origin: { kind: 'session' } }];
  return around.operators.flatMap((use) => {
    const origin = { kind: 'loop' as const, place: use.entry.keyPlace, task: around.fullName };
    const unknown = (name: string): Definition => ({ name, certainty: 'unknown', origin });
    if (body.body !== '_do') return [];
    switch (use.name) {
      case 'loop':
        return [unknown('i')];
      case 'for_range':
        return [unknown('range')];
      case 'td_for_each':
        return [unknown('td')];
      case 'for_each':
        return use.command?.kind === 'map' ? eachVariables(use.command, around) : [];
      default:
        return [];
    }
  });
}

/** A key of `for_each>`: its first value stands for all of them; known where there is one only. */
function eachVariables(command: LocatedMap, task: TaskNode): Definition[] {
  return [...command.entries.values()].map((entry) => {
    const origin = { kind: 'loop' as const, place: entry.keyPlace, task: task.fullName };
    const [only, ...more] = entry.value.kind === 'list' ? entry.value.items : [];
    if (!only || more.length > 0) return { name: entry.key, certainty: 'unknown', origin };
    return { name: entry.key, value: toValue(only), certainty: 'fixed', origin };
  });
}
