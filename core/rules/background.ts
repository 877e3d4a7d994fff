import { text } from '../text/text.ts';
import { booleanFixes } from './support/boolean.ts';
import { removeEntry } from './support/edits.ts';
import { refusal } from './support/refusal.ts';

export const background = refusal({
  id: 'background',
  summary: text('A _background that Digdag refuses'),
  docs: text(
    '_background is true or false, and not evaluated. In a group with _parallel all tasks start together already, so Digdag refuses ' +
      '_background: true there.',
  ),
  message: ({ message }) =>
    message.startsWith('Setting')
      ? text('{0}. Remove it: the tasks of this group start together anyway.', message)
      : text('{0}. Write true or false.', message),
  fixes: ({ entry, message }, context) =>
    message.startsWith('Setting')
      ? removeEntry(context, entry, text('Remove _background'))
      : booleanFixes(context, entry),
});
