import type { TaskOption } from '../types.ts';

export const operatorOption: TaskOption = {
  name: 'OPERATOR>', // WorkflowCompiler.java:184
  type: ['any'],
  meaning:
    'The operator of the task and its command, such as sh>: echo hello. Exactly one such key makes a map a task.',
  legal: { task: 'yes' },
  notes: [
    'push and check do not know which operators exist, since plugins may bring more; a wrong name shows up only when the task runs.',
    'Digdag takes the first key ending in > of the merged variables, so such a key in _export would replace the operator of every task below.',
  ],
  documentation: 'workflow_definition',
  uses: 1857,
};
