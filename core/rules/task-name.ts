import { text } from '../text/text.ts';
import { mendedTaskName, topTaskNameFaults } from '../workflow/taskName.ts';
import { renameKey } from './support/edits.ts';
import { refusal } from './support/refusal.ts';

export const taskName = refusal({
  id: 'task-name',
  summary: text('A task name that Digdag refuses'),
  docs: text(
    'The name of a task holds letters and digits of ASCII, _ - = [ ] { } % & @ , . and `; at most 255 characters with its +. No spaces, no slash, ' +
      'no letters of other scripts. Digdag refuses other names, and with them the whole project.',
  ),
  message: ({ message }) =>
    text('{0}. Names of tasks hold ASCII letters, digits and _ - = [ ] % & @ , . only.', message),
  fixes({ entry }, context) {
    const name = mendedTaskName(entry?.key ?? '');
    // of 日本 nothing would be left but underscores
    if (!/[a-zA-Z0-9]/.test(name) || topTaskNameFaults(name).length > 0) return [];
    return renameKey(context, entry, name);
  },
});
