import type { Operator } from '../types.ts';
import { parallel } from './shared/loops.ts';

/** loop>: facts from LoopOperatorFactory.java of Digdag 0.10. */
export const loopOperator: Operator = {
  name: 'loop',
  summary: 'Repeats subtasks a number of times.',
  command: {
    type: ['integer'], // LoopOperatorFactory.java:56
    meaning: 'How many times to run _do; a text that is a number works too.',
    required: true,
  },
  parameters: [
    {
      name: 'count', // LoopOperatorFactory.java:55
      type: ['integer'],
      meaning: 'Number of runs that wins over the value after loop>.',
      undocumented: true,
      notes: [
        'Read from all variables, so an exported or stored variable named count silently changes every loop> below it.',
        'The value after loop> must be there all the same.',
      ],
    },
    {
      name: '_do', // LoopOperatorFactory.java:53
      type: ['tasks'],
      meaning: 'Tasks to repeat.',
      required: true,
      template: 'not evaluated here; every ${...} inside is evaluated when the generated task runs',
      notes: ['Must be a map; the list form that +tasks allow is refused here.'],
      uses: 29,
    },
    parallel,
  ],
  unknownKeys: 'ignored',
  honoursRetry: false,
  constraints: [
    {
      kind: 'limit', // LoopOperatorFactory.java:59
      keys: ['loop>'],
      text: 'More runs than the task limit of the server (1000 by default) is an error.',
    },
  ],
  subtasks: { reads: ['_do'], generated: '^sub+loop-0, ^sub+loop-1, ...', exports: ['i'] },
  since: '0.2.8',
  notes: [
    'Exports i, counting from 0, to the subtasks.',
    '_background: true inside _do makes the runs go on at the same time; _retry on the loop> task repeats the whole loop when a run fails.',
  ],
  example:
    '+three_days:\n  loop>: 3\n  _do:\n    echo>: ${moment(session_time).subtract(i, "days").format("YYYY-MM-DD")}',
  documentation: 'operators/loop',
  uses: 29,
};
