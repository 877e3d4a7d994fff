import { text } from '../text/text.ts';
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
      if (entry)
        yield {
          ...entry.keyPlace,
          message: text('This _check never runs: Digdag runs it only on a task with an operator.'),
        };
    }
  },
};
