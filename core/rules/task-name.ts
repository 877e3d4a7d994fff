import { text } from '../text/text.ts';
import { mendedTaskName, topTaskNameFaults } from '../workflow/taskName.ts';
import { renameKey } from './support/edits.ts';
import { refusal } from './support/refusal.ts';
import { freeName } from './support/wrapOperators.ts';

export const taskName = refusal({
  id: 'task-name',
  summary: text('A task name that Digdag refuses'),
  docs: text(
    'The name of a task holds letters and digits of ASCII, _ - = [ ] { } % & @ , . and `; at most 255 characters with its +. No spaces, no slash, ' +
      'no letters of other scripts. Digdag refuses other names, and with them the whole project.',
  ),
  message: ({ message }) =>
    text('{0}. Names of tasks hold ASCII letters, digits and _ - = [ ] % & @ , . only.', message),
  fixes({ entry, node }, context) {
    const name = mendedTaskName(entry?.key ?? '');
    if (topTaskNameFaults(name).length > 0) return [];
    if (/[a-zA-Z0-9]/.test(name)) return renameKey(context, entry, name);
    // of 日本 nothing would be left but underscores
    const siblings = node?.parent?.config ?? context.config;
    return renameKey(context, entry, freeName('+task', new Set(siblings?.entries.keys())));
  },
});
