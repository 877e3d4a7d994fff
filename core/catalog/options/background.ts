import type { TaskOption } from '../types.ts';

export const backgroundOption: TaskOption = {
  name: '_background', // WorkflowCompiler.java:265
  type: ['boolean'],
  meaning:
    'Lets the task or group run together with its earlier siblings; the next sibling without it waits for all of them.',
  legal: { group: 'yes', task: 'yes' },
  default: false,
  template: 'not evaluated',
  notes: [
    'In _do of a loop it applies to every generated run, so all runs go on at once.',
    'Directly in _error, _check or the root of _do of an if> it has no effect.',
  ],
  since: '0.5.2',
  example: '+a:\n  echo>: a\n+b:\n  _background: true\n  echo>: runs beside +a\n+c:\n  echo>: after both',
  documentation: 'workflow_definition',
  uses: 3,
};
