import { toValue } from '../project/located.ts';
import { text } from '../text/text.ts';
import { asInt } from '../value/typed.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule } from './rule.ts';

/** Limits.java: tasks of one attempt, generated ones included. */
const limit = 1000;

export const tooManyTasks: Rule = {
  id: 'too-many-tasks',
  severity: 'warning',
  summary: text('More tasks than an attempt may have'),
  docs: text(
    'An attempt has at most 1000 tasks, those that loops make included, unless the server allows more: "Too many tasks". ' +
      'Counted here is what the file itself tells; run a part of it with require>, which starts an attempt of its own.',
  ),
  *check({ root, tasks, role }) {
    if (!root || role !== 'workflow') return;
    const total = count(root);
    if (total <= limit) return;
    const largest =
      tasks.find((node) => repetitions(node) * 2 > limit) ?? tasks.find((node) => repetitions(node) > 1) ?? root;
    const place = largest.operators[0]?.entry.keyPlace ?? largest.place;
    yield { ...place, message: text('This workflow makes at least {0} tasks, and Digdag allows {1}.', total, limit) };
  },
};

/** The task, what stands in it, and what it makes when it runs. Handlers (`_error`, `_check`) may never run. */
function count(node: TaskNode): number {
  const times = repetitions(node);
  let total = 1;
  for (const child of node.children) {
    if (child.body === '_do') total += times === 0 ? 0 : 1 + times * count(child);
    else if (child.body === null) total += count(child);
  }
  return total;
}

/** How often the operator makes its `_do`, as far as the text tells; 1 where it does not. */
function repetitions(node: TaskNode): number {
  const use = node.operators[0];
  const command = use?.command;
  if (use?.name === 'loop') return Math.max(0, (command?.kind === 'scalar' ? asInt(toValue(command)) : undefined) ?? 1);
  if (use?.name !== 'for_each' || command?.kind !== 'map') return 1;
  return [...command.entries.values()].reduce(
    (product, { value }) => product * (value.kind === 'list' ? value.items.length : 1),
    1,
  );
}
