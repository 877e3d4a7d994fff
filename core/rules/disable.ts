import { text } from '../text/text.ts';
import { booleanFixes } from './support/boolean.ts';
import { refusal } from './support/refusal.ts';

export const disable = refusal({
  id: 'disable',
  summary: text('A _disable that is neither true nor false'),
  docs: text(
    '_disable is true or false; Digdag does not evaluate ${…} in it, and yes, on or TRUE are strings to it. To skip a task by a condition use if>.',
  ),
  message: ({ message }) => text('{0}. Write true or false; for a condition use if>.', message),
  fixes: ({ entry }, context) => booleanFixes(context, entry),
});
