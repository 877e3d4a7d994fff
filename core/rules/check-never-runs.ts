import type { LocatedEntry } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { linesOf, movedLines } from './support/edits.ts';

export const checkNeverRuns: Rule = {
  id: 'check-never-runs',
  severity: 'warning',
  summary: text('A _check that never runs'),
  docs: text(
    'Digdag adds the tasks of _check only after an operator has succeeded. On a group, at the top of a file and at the top of a called file ' +
      '_check is accepted but never runs: put it on the last task, or add a task at the end that checks.',
  ),
  *check(context) {
    for (const node of context.tasks) {
      const entry = node.kind === 'group' ? node.config.entries.get('_check') : undefined;
      if (!entry) continue;
      const fixes = asLastTask(context, node, entry);
      const message = text('This _check never runs: Digdag runs it only on a task with an operator.');
      yield { ...entry.keyPlace, message, ...(fixes.length > 0 ? { fixes } : {}) };
    }
  },
};

/** With tasks in it, it is meant as the last of the group. */
function asLastTask(context: RuleContext, node: TaskNode, entry: LocatedEntry): Fix[] {
  const { key, keyPlace, value } = entry;
  const entries = [...node.config.entries.values()];
  const behind = entries.slice(entries.indexOf(entry) + 1);
  if (value.kind !== 'map' || value.entries.size === 0 || node.config.has('+check')) return [];
  const title = text('Make it the last task, +check');
  const last = behind.findLast((other) => other.key.startsWith('+'));
  if (!last) return [{ title, edits: [{ ...keyPlace, newText: '+check' }], safe: false }];
  const [lines, to] = [linesOf(context, entry), linesOf(context, last)];
  if (!lines || !to) return [];
  const edits = movedLines(context, lines, to.end).map((edit) => ({
    ...edit,
    newText: edit.newText.replace(key, '+check'),
  }));
  return [{ title, edits, safe: false }];
}
