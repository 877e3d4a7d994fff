import type { TaskOption } from '../types.ts';

export const errorOption: TaskOption = {
  name: '_error', // TaskConfig.java:78
  type: ['tasks'],
  meaning: 'Tasks to run when this task, group or workflow has failed; they see the failure as ${error.message}.',
  legal: { top: 'yes', group: 'yes', task: 'yes' },
  template: 'not evaluated until it runs',
  notes: [
    'The failure stays a failure, whatever these tasks do.',
    'They run after all retries of _retry are used up.',
    'On a group all errors of its children are merged; the last one gives error.message.',
    'The task is called ^error; _workdir and other plain keys of the failed task do not apply to it.',
    'Not run when the attempt is killed.',
    'The list form of tasks is not allowed here.',
  ],
  example: '_error:\n  mail>: {data: "${error.message}"}\n  subject: failed\n  to: [team@example.com]',
  documentation: 'workflow_definition',
  uses: 23,
};
