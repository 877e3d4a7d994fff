import type { Operator } from '../types.ts';

/** if>: facts from IfOperatorFactory.java of Digdag 0.10. */
export const ifOperator: Operator = {
  name: 'if',
  summary: 'Runs one of two sets of subtasks.',
  command: {
    type: ['boolean'], // IfOperatorFactory.java:47
    meaning:
      'The condition: true/false, the texts true, True, false, False or the empty text (false), or a number (0 is false). Anything else, such as yes, is an error.',
    required: true,
  },
  parameters: [
    {
      name: '_do', // IfOperatorFactory.java:45
      type: ['tasks'],
      meaning: 'Tasks that run when the condition is true.',
      template: 'not evaluated here; every ${...} inside is evaluated when the generated task runs',
      notes: ['Must be a map; the list form that +tasks allow is refused here.'],
      uses: 79,
    },
    {
      name: '_else_do', // IfOperatorFactory.java:46
      type: ['tasks'],
      meaning: 'Tasks that run when the condition is false.',
      template: 'not evaluated here; every ${...} inside is evaluated when the generated task runs',
      since: '0.9.31',
      uses: 39,
    },
  ],
  unknownKeys: 'warned',
  honoursRetry: false,
  constraints: [
    {
      kind: 'one of', // IfOperatorFactory.java:49
      keys: ['_do', '_else_do'],
      text: 'At least one of _do and _else_do must be there and not empty.',
    },
  ],
  subtasks: { reads: ['_do', '_else_do'], generated: 'a task named ^sub' },
  since: '0.8.1',
  notes: [
    'The condition must come out as true or false text; ${a && b} that yields an object or a number text such as 5 is an error.',
    'A condition on an undefined variable fails the task; write ${typeof x !== "undefined" && x}.',
  ],
  example:
    '+maybe:\n  if>: ${moment(session_time).date() == 1}\n  _do:\n    call>: monthly.dig\n  _else_do:\n    echo>: not the first day',
  documentation: 'operators/if',
  uses: 87,
};
