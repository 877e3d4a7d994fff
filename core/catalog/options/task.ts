import type { TaskOption } from '../types.ts';

export const taskOption: TaskOption = {
  name: '+NAME', // WorkflowCompiler.java:167
  type: ['map', 'list<map>'],
  meaning:
    'A task or a group. A map with a key that ends in > (or with _type) is a task, any other map is a group of tasks.',
  legal: { top: 'yes', group: 'yes' },
  forms: ['map', 'list of maps, which are merged in order (a later key wins)'],
  template: 'the name is never evaluated',
  notes: [
    'Allowed in a name: letters, digits and _ - = [ ] { } % & @ ` , . and, below the top level, ^. At most 255 characters; a digit right after + is fine.',
    'Tasks run in the order in which they are written.',
    'Keys without + inside a group must be group options; a task in a task is an error.',
  ],
  example: '+load:\n  +first:\n    echo>: one\n  +second:\n    echo>: two',
  documentation: 'workflow_definition',
  uses: 1971,
};
