import { basename } from '../project/paths.ts';
import { text } from '../text/text.ts';
import { renameFile } from './support/fileFixes.ts';
import { refusal } from './support/refusal.ts';

export const workflowName = refusal({
  id: 'workflow-name',
  summary: text('A file name that is no workflow name'),
  docs: text(
    'The file name without .dig is the name of the workflow and, with a +, of its first task: it holds ASCII letters, digits and _ - = [ ] % & @ , . ' +
      'only, and does not begin with a digit. Digdag refuses another name, and with it the whole project. Rename the file.',
  ),
  message: ({ message }) => text('{0}. Rename the file: letters, digits, _ and - are safe.', message),
  fixes: (_, context) => renameFile(context, context.path, `${safeName(basename(context.path))}.dig`),
});

/** What is left of a file name where only what every workflow name may hold is kept. */
function safeName(name: string): string {
  const kept = name.replace(/(?:\.dig)+$/, '').replaceAll(/[^\w.=-]+/g, '_');
  const short = kept.slice(0, 200).replace(/^_+$/, 'workflow');
  return /^\d/.test(short) ? `w${short}` : short || 'workflow';
}
