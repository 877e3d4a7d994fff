import type { Operator } from '../types.ts';
import { parallel } from './shared/loops.ts';

/** for_range>: facts from ForRangeOperatorFactory.java of Digdag 0.10. */
export const forRangeOperator: Operator = {
  name: 'for_range',
  summary: 'Repeats subtasks over slices of a range of whole numbers.',
  command: {
    type: ['map', 'json'], // ForRangeOperatorFactory.java:57
    meaning: 'The range: from, to and either step or slices; a text with JSON works too.',
    required: true,
    parameters: [
      {
        name: 'from', // ForRangeOperatorFactory.java:58
        type: ['integer'],
        meaning: 'First number of the range.',
        required: true,
      },
      {
        name: 'to', // ForRangeOperatorFactory.java:59
        type: ['integer'],
        meaning: 'End of the range, not included.',
        required: true,
      },
      {
        name: 'step', // ForRangeOperatorFactory.java:61
        type: ['integer'],
        meaning: 'Width of a slice.',
        min: 1,
      },
      {
        name: 'slices', // ForRangeOperatorFactory.java:62
        type: ['integer'],
        meaning: 'Number of slices; the width follows from it, rounded up.',
        min: 1,
      },
    ],
  },
  parameters: [
    {
      name: '_do', // ForRangeOperatorFactory.java:55
      type: ['tasks'],
      meaning: 'Tasks to run for each slice.',
      required: true,
      template: 'not evaluated here; every ${...} inside is evaluated when the generated task runs',
      notes: ['Must be a map; the list form that +tasks allow is refused here.'],
      uses: 2,
    },
    parallel,
  ],
  unknownKeys: 'ignored',
  honoursRetry: false,
  constraints: [
    {
      kind: 'exclusive', // ForRangeOperatorFactory.java:65
      keys: ['step', 'slices'],
      text: 'step and slices exclude each other.',
    },
    {
      kind: 'one of', // ForRangeOperatorFactory.java:68
      keys: ['step', 'slices'],
      text: 'One of step and slices is needed.',
    },
    {
      kind: 'limit', // ForRangeOperatorFactory.java:116
      keys: ['for_range>'],
      text: 'More slices than the task limit of the server (1000 by default) is an error.',
    },
  ],
  subtasks: {
    reads: ['_do'],
    generated: '^sub+range-from=0&to=10, ...',
    exports: ['range.from', 'range.to', 'range.index'],
  },
  since: '0.9.19',
  notes: ['When from is not below to, no subtask is made and the task succeeds.'],
  example:
    '+ids:\n  for_range>: {from: 0, to: 1000, step: 250}\n  _do:\n    echo>: ${range.index} from ${range.from} to ${range.to}',
  documentation: 'operators/for_range',
  uses: 2,
};
