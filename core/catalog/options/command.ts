import type { TaskOption } from '../types.ts';

export const commandOption: TaskOption = {
  name: '_command', // OperatorManager.java:281
  type: ['any'],
  meaning: 'Command for _type. With OPERATOR> it is set by Digdag itself.',
  legal: { task: 'yes' },
  documentation: 'workflow_definition',
  uses: 0,
};
