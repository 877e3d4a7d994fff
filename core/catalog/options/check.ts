import type { TaskOption } from '../types.ts';

export const checkOption: TaskOption = {
  name: '_check', // TaskConfig.java:72
  type: ['tasks'],
  meaning: 'Tasks to run when this task has succeeded, its subtasks included; if they fail, it fails.',
  legal: { top: 'no effect', group: 'no effect', task: 'yes' },
  template: 'not evaluated until it runs',
  notes: [
    'Runs after the subtasks of a loop or call.',
    'On a group of +tasks and at the top level of a file (called files too) _check is accepted but never runs: Digdag adds it only after an operator has succeeded (tried with 0.10.5.1). Put it on the last task instead.',
    'The task is called ^check.',
  ],
  example:
    '+load:\n  td>: load.sql\n  _check:\n    if>: ${td.last_job.num_records == 0}\n    _do:\n      fail>: no rows',
  documentation: 'concepts',
  uses: 3,
};
