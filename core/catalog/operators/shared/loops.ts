import type { Parameter } from '../../types.ts';

export const parallel: Parameter = {
  name: '_parallel', // ParallelControl.java:9
  type: ['boolean', 'map'],
  meaning: 'Runs the generated subtasks at the same time; {limit: N} runs them in batches of N.',
  default: false,
  template: '${...} is allowed here as the whole value (true or false), unlike on a plain group',
  since: '0.10.0 for {limit: N}',
  parameters: [
    {
      name: 'limit', // ParallelControl.java:38
      type: ['integer'],
      meaning: 'Size of a batch; a batch starts when the one before has finished. 0 or less means no limit.',
      required: true,
    },
  ],
  uses: 61,
};
