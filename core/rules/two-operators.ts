import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';
import { wrapOperators } from './support/wrapOperators.ts';

export const twoOperators = refusal({
  id: 'two-operators',
  summary: text('A task with more than one operator'),
  docs: text(
    'A task runs one operator (a key that ends in >). Digdag refuses a task with two, and with it the whole project. Give each operator a ' +
      'task of its own, one after the other in a group.',
  ),
  message: ({ message, entry, node }) =>
    text(
      '{0}: {1} stands beside {2}. Give each a task of its own.',
      message,
      entry?.key ?? '',
      node?.operators[0]?.entry.key ?? '',
    ),
  fixes: ({ node }, context) => (node ? wrapOperators(context, node.config) : []),
});
