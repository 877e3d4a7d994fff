import type { TaskOption } from '../types.ts';

export const parallelOption: TaskOption = {
  name: '_parallel', // ParallelControl.java:9
  type: ['boolean', 'map'],
  meaning:
    'Runs the direct children at the same time instead of one after another; {limit: N} runs them in batches of N.',
  legal: { top: 'yes', group: 'yes', task: 'yes' },
  operators: ['loop', 'for_each', 'for_range', 'td_for_each'],
  forms: [
    'true or false',
    '"true" or "false" as text',
    '{limit: N}: children are cut into batches of N, and a batch starts when the whole batch before has succeeded',
  ],
  default: false,
  template: 'not evaluated on a group or at the top level; evaluated on the looping operators',
  parameters: [
    {
      name: 'limit', // ParallelControl.java:38
      type: ['integer'],
      meaning: 'Size of a batch; 0 or less means no limit.',
      required: true,
    },
  ],
  notes: ['Grandchildren are not affected.', 'Inside such a group _after works and _background: true is an error.'],
  since: '0.8.12 at the top level, 0.10.0 for {limit: N}',
  example: '+all:\n  _parallel: {limit: 2}\n  +a:\n    echo>: a\n  +b:\n    echo>: b',
  documentation: 'workflow_definition',
  uses: 121,
};
