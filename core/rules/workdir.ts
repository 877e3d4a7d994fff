import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';

export const workdir = refusal({
  id: 'workdir',
  summary: text('A _workdir that is not a string'),
  docs: text(
    'A file in a folder of the project is called with _workdir set to its folder; a _workdir of its own below _export must be a string.',
  ),
  message: ({ message }) => text('{0}. Write the path of a folder.', message),
});
