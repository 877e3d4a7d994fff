import { builtInCatalog } from '../catalog/catalog.ts';
import type { TaskOption } from '../catalog/types.ts';
import { type Text, text } from '../text/text.ts';
import { readsBody } from '../workflow/survey.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule } from './rule.ts';

/** Options with rules of their own. */
const elsewhere = new Set(['_check', '_retry', '_do', '_else_do', '_error']);

export const noEffect: Rule = {
  id: 'no-effect',
  severity: 'warning',
  summary: text('An option that does nothing where it stands'),
  docs: text(
    'Digdag accepts timezone, schedule, sla and _secrets on a group, and _parallel or _env on any task, but only some places and operators read them.',
  ),
  *check({ tasks, role }) {
    for (const node of tasks) {
      if (node.kind === 'disabled' || (!node.parent && role === 'workflow')) continue;
      for (const entry of node.config.entries.values()) {
        const option = elsewhere.has(entry.key) ? undefined : builtInCatalog.taskOption(entry.key);
        const message = option && (node.kind === 'group' ? onGroup(node, option) : onTask(node, option));
        if (message) yield { ...entry.keyPlace, ...message };
      }
    }
  },
};

interface Message {
  readonly message: Text;
  readonly severity?: 'information';
}

function onGroup(node: TaskNode, option: TaskOption): Message | undefined {
  if (!node.parent || option.legal.group !== 'no effect') return undefined;
  const message = option.legal.top
    ? text('{0} has no effect on a group: Digdag reads it only at the top of a file.', option.name)
    : text('{0} has no effect on a group: Digdag reads it only on a task.', option.name);
  return { message, severity: 'information' };
}

/** Of an operator that the catalogue does not know, nothing is said. */
function onTask(node: TaskNode, option: TaskOption): Message | undefined {
  const [use, another] = node.operators;
  if (!use || another || !option.operators || !builtInCatalog.operator(use.name)) return undefined;
  if (option.operators.includes(use.name) || readsBody(node, '_do')) return undefined;
  const readers = option.operators.map((name) => `${name}>`).join(', ');
  return { message: text('{0} has no effect on {1}>: only {2} read it.', option.name, use.name, readers) };
}
