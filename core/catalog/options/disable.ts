import type { TaskOption } from '../types.ts';

export const disableOption: TaskOption = {
  name: '_disable', // WorkflowCompiler.java:179
  type: ['boolean'],
  meaning: 'Skips the task or group; it counts as succeeded.',
  legal: { group: 'yes', task: 'yes' },
  default: false,
  template: 'not evaluated',
  notes: [
    'Works in _do, _error, _check too.',
    'Everything else in the disabled task is not looked at, not even whether the operator exists; but names and nesting of +tasks in it go unchecked as well.',
    'Not described in the documentation.',
  ],
  example: '+old:\n  _disable: true\n  sh>: ./old.sh',
  uses: 0,
};
