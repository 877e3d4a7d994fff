import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';

export const bodyNotAMap = refusal({
  id: 'body-not-a-map',
  summary: text('A _do, _else_do or _check that holds no tasks'),
  docs: text(
    'Below _do, _else_do and _check stands an operator with its options, or +tasks. Digdag notices anything else only when the task runs, ' +
      'which may be hours after the start. A list of maps, which +tasks may be, is refused here.',
  ),
  message: ({ message }) => text('{0}. Write an operator or +tasks below it.', message),
});
