import type { TaskOption } from '../types.ts';

export const retryOption: TaskOption = {
  name: '_retry', // RetryControl.java:50
  type: ['integer', 'map'],
  meaning: 'Repeats a failed task, or a whole group from its start.',
  legal: { top: 'yes', group: 'yes', task: 'yes' },
  operatorsWithoutEffect: ['echo', 'fail', 'notify', 'wait', 's3_wait'],
  forms: ['N: up to N more tries, at once', '"N" as text', '{limit, interval, max_interval, interval_type}'],
  default: 0,
  template: 'evaluated on operator tasks; on groups the text itself must be a number',
  inherited: 'only through _export',
  parameters: [
    {
      name: 'limit', // RetryControl.java:68
      type: ['integer'],
      meaning: 'How many more tries.',
      required: true,
    },
    {
      name: 'interval', // RetryControl.java:69
      type: ['integer'],
      meaning: 'Seconds between two tries.',
      default: 0,
    },
    {
      name: 'interval_type', // RetryControl.java:71
      type: ['string'],
      meaning:
        'constant keeps the pause; exponential doubles it each time: interval, 2 x interval, 4 x interval. Upper and lower case are the same.',
      default: 'constant',
      enum: ['constant', 'exponential'],
      enumChecked: true,
    },
    {
      name: 'max_interval', // RetryControl.java:70
      type: ['integer'],
      meaning: 'Longest pause in seconds for exponential.',
      since: '0.9.37',
      undocumented: true,
    },
  ],
  notes: [
    'A retried group runs all its children again, also those that had succeeded.',
    'On if>, loop>, for_each>, for_range>, call> and the like the operator runs again and generates its subtasks anew.',
    'http> has an option retry of its own, td> has job_retry.',
  ],
  since: '0.6.1 on groups, 0.9.30 for the map',
  example: '+load:\n  _retry: {limit: 3, interval: 10, interval_type: exponential, max_interval: 60}\n  sh>: ./load.sh',
  documentation: 'workflow_definition',
  uses: 12,
};
