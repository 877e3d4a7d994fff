import type { TaskOption } from '../types.ts';

export const exportOption: TaskOption = {
  name: '_export', // TaskConfig.java:19
  type: ['map'],
  meaning:
    'Variables for this task or group and everything below it. Operator sections in it (td:, mail:, ...) give defaults for parameters.',
  legal: { top: 'yes', group: 'yes', task: 'yes' },
  template: 'evaluated anew in each task that uses it, with the variables of that task',
  inherited: 'by all tasks below; not by tasks after it',
  notes: [
    'Maps are merged over the levels, lists and plain values replace each other.',
    "A task's own parameters win over exported and stored variables of the same name; those win over the operator section.",
    'Any exported variable counts as a parameter of every operator below that reads a key of that name (for instance count for loop>, name for td_load>, timeout for http>).',
    'Built-in variables such as session_time cannot be overwritten here.',
    'An empty key (foo:) is null: ${foo} is then empty, but every sh> task below fails with "Parameter \'foo\' is required but null".',
    '_retry, _workdir, _secrets, _type and docker work from here too; _env, _parallel (for plain groups), _background and _after do not.',
    '_retry in the _export of a file makes each task and also the whole workflow be repeated.',
  ],
  example: '_export:\n  target: prod\n  td:\n    database: raw',
  documentation: 'workflow_definition',
  uses: 281,
};
