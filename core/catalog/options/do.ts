import type { TaskOption } from '../types.ts';

export const doOption: TaskOption = {
  name: '_do', // LoopOperatorFactory.java:53
  type: ['tasks'],
  meaning: 'What a control operator runs.',
  legal: { task: 'yes' },
  operators: ['if', 'loop', 'for_each', 'for_range', 'td_for_each'],
  template: 'not evaluated by the control operator; evaluated in the generated tasks',
  notes: ['A single operator or +tasks, with all options of a group.'],
  documentation: 'operators/loop',
  uses: 185,
};
