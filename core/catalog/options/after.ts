import type { TaskOption } from '../types.ts';

export const afterOption: TaskOption = {
  name: '_after', // WorkflowCompiler.java:320
  type: ['list<string>'],
  meaning: 'Earlier siblings to wait for, by name with +; only inside a group with _parallel: true.',
  legal: { group: 'yes', task: 'yes' },
  template: 'not evaluated',
  notes: ['Only siblings written above count, and the + belongs to the name.', 'Not described in the documentation.'],
  example: '+all:\n  _parallel: true\n  +a:\n    echo>: a\n  +b:\n    _after: [+a]\n    echo>: b',
  uses: 4,
};
