import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';

export const taskValue = refusal({
  id: 'task-value',
  summary: text('A task that is no map'),
  docs: text(
    'What stands below +task: is a map (an operator with its options, or more +tasks), or a list of such maps, which are merged. Digdag refuses ' +
      'a task with nothing, a string or a number in it.',
  ),
  message: ({ message, entry }) => text('{0}. Write an operator or tasks below {1}.', message, entry?.key ?? ''),
});
