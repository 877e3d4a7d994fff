import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';

export const errorNotAMap = refusal({
  id: 'error-not-a-map',
  summary: text('An _error that holds no tasks'),
  docs: text(
    'Below _error stands what runs when the task has failed: an operator with its options, or +tasks. Digdag compiles it when it loads the ' +
      'project and refuses a list, a string or a number.',
  ),
  message: ({ message }) => text('{0}. Write an operator or +tasks below it.', message),
});
