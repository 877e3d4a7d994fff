import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';

const ignored = ['timezone', 'schedule', 'sla'];

export const calledOption: Rule = {
  id: 'called-option',
  severity: 'information',
  summary: text('An option of a workflow in a file that is only called'),
  docs: text(
    'A file in a folder below the project is no workflow of its own: call> runs its tasks inside the calling workflow, ' +
      'whose time zone and schedule count. timezone, schedule and sla of the called file have no effect.',
  ),
  *check({ config, role }) {
    if (!config || role !== 'called') return;
    for (const key of ignored) {
      const entry = config.entries.get(key);
      if (entry)
        yield {
          ...entry.keyPlace,
          message: text('{0} has no effect in a file that is only called: the calling workflow decides.', key),
        };
    }
  },
};
