import type { Operator } from '../types.ts';

/** call>: facts from CallOperatorFactory.java of Digdag 0.10. */
export const callOperator: Operator = {
  name: 'call',
  summary: 'Runs another workflow file of the project in place, as subtasks.',
  command: {
    type: ['workflow file'], // CallOperatorFactory.java:61
    meaning: 'Path of the .dig file; .dig is added when it is missing.',
    required: true,
  },
  parameters: [],
  unknownKeys: 'ignored',
  honoursRetry: true,
  files: [
    {
      kind: 'workflow',
      value: 'command',
      resolve: 'workdir',
      mustExist: true,
      addExtension: '.dig',
      notes:
        'Relative to the working directory, that is the directory of the calling file; ../ is fine as long as the result stays inside the project.',
    },
  ],
  subtasks: { generated: '^sub with the tasks of the called file' },
  since: '0.5.9',
  changes: [
    { version: '0.8.15', change: 'Files in subdirectories.' },
    { version: '0.9.32', change: '_retry repeats the called tasks.' },
  ],
  notes: [
    'timezone, schedule, sla and the top-level _check of the called file have no effect; its _export, _error, _retry and _parallel do.',
    'The called tasks see all exported and stored variables of the caller, and what they store is seen after the call.',
    'The working directory of the called tasks is the directory of the called file.',
    'The documentation asks for the .dig ending; the code does not.',
    'Nothing stops a workflow that calls itself but the task limit.',
  ],
  example: '+prepare:\n  _export: {mode: full}\n  call>: common/prepare.dig',
  documentation: 'operators/call',
  uses: 72,
};
