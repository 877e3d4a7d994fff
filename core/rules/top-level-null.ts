import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';

export const topLevelNull = refusal({
  id: 'top-level-null',
  summary: text('A key at the top of a workflow without a value'),
  docs: text(
    'Digdag refuses a +task, schedule, sla, _error, _check, _retry or _parallel at the top of a file that has no value. What belongs to the ' +
      'key must stand below it with more indentation.',
  ),
  message: ({ message }) => text('{0}. Write its value below it, indented by two spaces, or remove the key.', message),
});
