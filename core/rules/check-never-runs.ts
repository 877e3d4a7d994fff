import type { LocatedEntry } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';

export const checkNeverRuns: Rule = {
  id: 'check-never-runs',
  severity: 'warning',
  summary: text('A _check that never runs'),
  docs: text(
    'Digdag adds the tasks of _check only after an operator has succeeded. On a group, at the top of a file and at the top of a called file ' +
      '_check is accepted but never runs: put it on the last task, or add a task at the end that checks.',
  ),
  *check({ tasks }) {
    for (const node of tasks) {
      const entry = node.kind === 'group' ? node.config.entries.get('_check') : undefined;
      if (!entry) continue;
      const fixes = asLastTask(node, entry);
      const message = text('This _check never runs: Digdag runs it only on a task with an operator.');
      yield { ...entry.keyPlace, message, ...(fixes.length > 0 ? { fixes } : {}) };
    }
  },
};

/** Behind all tasks of the group, with tasks in it, it is meant as the last of them. */
function asLastTask(node: TaskNode, { key, keyPlace, value }: LocatedEntry): Fix[] {
  const keys = [...node.config.entries.keys()];
  const behind = keys.slice(keys.indexOf(key) + 1);
  if (value.kind !== 'map' || value.entries.size === 0 || node.config.has('+check')) return [];
  if (behind.some((other) => other.startsWith('+'))) return [];
  return [{ title: text('Make it the last task, +check'), edits: [{ ...keyPlace, newText: '+check' }], safe: false }];
}
