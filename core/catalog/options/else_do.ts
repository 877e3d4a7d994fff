import type { TaskOption } from '../types.ts';

export const elseDoOption: TaskOption = {
  name: '_else_do', // IfOperatorFactory.java:46
  type: ['tasks'],
  meaning: 'What if> runs when the condition is false.',
  legal: { task: 'yes' },
  operators: ['if'],
  template: 'not evaluated by if>; evaluated in the generated tasks',
  since: '0.9.31',
  documentation: 'operators/if',
  uses: 39,
};
