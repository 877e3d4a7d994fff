import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';
import { wrapOperators } from './support/wrapOperators.ts';

export const operatorWithSubtasks = refusal({
  id: 'operator-with-subtasks',
  summary: text('A task with an operator and tasks below it'),
  docs: text(
    'A task either runs an operator or holds +tasks. Digdag refuses a task that does both, and with it the whole project. Move the operator ' +
      'into a task of its own, before the others.',
  ),
  message: ({ message, node }) =>
    text(
      '{0}: it runs {1} itself. Move the operator into a task of its own.',
      message,
      node?.operators[0]?.entry.key ?? '',
    ),
  fixes: ({ node }, context) => (node ? wrapOperators(context, node.config) : []),
});
