import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';

export const typeAndOperator: Rule = {
  id: 'type-and-operator',
  severity: 'warning',
  summary: text('A task with _type and an operator'),
  docs: text(
    '_type is the long form of OPERATOR>. Where a task has both, Digdag runs what _type says and ignores the other without a word.',
  ),
  *check({ tasks }) {
    for (const node of tasks) {
      const [use] = node.operators;
      const type = node.config.entries.get('_type');
      if (node.kind !== 'operator' || !use || !type || use.entry === type) continue;
      yield {
        ...use.entry.keyPlace,
        message: text('Digdag ignores {0}: _type decides what this task runs.', use.entry.key),
        related: [{ ...type.keyPlace, message: text('It is written here') }],
      };
    }
  },
};
