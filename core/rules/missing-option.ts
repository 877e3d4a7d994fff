import type { Operator } from '../catalog/types.ts';
import type { LocatedMap } from '../project/located.ts';
import { type Text, text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule } from './rule.ts';
import { inScope, operatorTasks } from './support/task.ts';

export const missingOption: Rule = {
  id: 'missing-option',
  severity: 'error',
  summary: text('A task without what its operator needs'),
  docs: text(
    'A looping operator needs _do, if> needs _do or _else_do, and most operators need a value: "Parameter \'_command\' is required but null". ' +
      'Only what nothing outside of the file can supply is reported.',
  ),
  *check(context) {
    for (const { node, use, operator } of operatorTasks(context)) {
      const message = missingCommand(node, operator, use.command) ?? missingTasks(node, operator);
      if (message) yield { ...use.entry.keyPlace, message };
    }
  },
};

function missingCommand(
  node: TaskNode,
  operator: Operator,
  command: TaskNode['operators'][number]['command'],
): Text | undefined {
  const { required, requiredUnless } = operator.command;
  const empty = !command || (command.kind === 'scalar' && command.value === null);
  if (!required || !empty || requiredUnless !== undefined || inScope(node, '_command')) return undefined;
  if (operator.name === 'loop' && inScope(node, 'count')) return undefined;
  return text('{0}> needs a value.', operator.name);
}

function missingTasks(node: TaskNode, operator: Operator): Text | undefined {
  const bodies = operator.subtasks?.reads ?? [];
  if (
    bodies.length === 0 ||
    bodies.some((body) => inScope(node, body) && !isEmpty(node.config, body, bodies.length > 1))
  )
    return undefined;
  return bodies.length > 1
    ? text('{0}> needs {1} with at least one task.', operator.name, bodies.join(' / '))
    : text('{0}> needs {1}.', operator.name, bodies.join());
}

/** if> refuses an empty map too; a loop takes it and does nothing. */
function isEmpty(config: LocatedMap, body: string, mapsToo: boolean): boolean {
  const value = config.get(body);
  if (value?.kind === 'scalar') return value.value === null;
  return mapsToo && value?.kind === 'map' && value.entries.size === 0;
}
