import { basename } from '../project/paths.ts';
import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';

export const httpCallLeftover: Rule = {
  id: 'http-call-leftover',
  severity: 'warning',
  summary: text('A file that http_call> left behind'),
  docs: text(
    'http_call> writes the workflow that it fetched to http_call.dig in its working directory. `digdag run` leaves it there, and from then on it is ' +
      'a workflow of the project: a broken one stops every run. Delete it, and name it in .gitignore and .digdagignore.',
  ),
  *check({ path, role, project, fs }) {
    if (role !== 'workflow' || basename(path) !== 'http_call.dig') return;
    const caller = project.workflows.find((other) => other !== path && /\bhttp_call>/.test(fs.read(other)?.text ?? ''));
    if (caller === undefined) return;
    const message = text(
      'http_call> of {0} writes this file, and Digdag takes it for a workflow: delete it, and name it in .digdagignore.',
      basename(caller),
    );
    yield { path, start: 0, end: 0, message };
  },
};
