import type { TaskOption } from '../types.ts';

export const typeOption: TaskOption = {
  name: '_type', // OperatorManager.java:256
  type: ['string'],
  meaning: 'Name of the operator, as the long form of OPERATOR>; the command then stands in _command.',
  legal: { task: 'yes' },
  notes: [
    'In _export it turns every task below into that operator.',
    'Mostly written by code that generates subtasks.',
  ],
  example: '+a:\n  _type: echo\n  _command: hello',
  documentation: 'workflow_definition',
  uses: 6,
};
