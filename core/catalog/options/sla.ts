import type { TaskOption } from '../types.ts';

export const slaOption: TaskOption = {
  name: 'sla', // WorkflowFile.java:22
  type: ['map'],
  meaning: 'What to do when the workflow has not finished by a time or within a duration.',
  legal: { top: 'yes', group: 'no effect' },
  template: 'time, duration, alert and fail are not evaluated; the tasks in it are',
  parameters: [
    {
      name: 'time', // SlaCalculator.java:32
      type: ['string'],
      meaning: 'Clock time, in the time zone of the workflow, at which it must be done.',
      required: true,
      requiredUnless: 'duration',
      format: 'HH:MM or HH:MM:SS',
    },
    {
      name: 'duration', // SlaCalculator.java:33
      type: ['string'],
      meaning: 'Longest run time.',
      required: true,
      requiredUnless: 'time',
      format: 'HH:MM or HH:MM:SS',
      since: '0.8.1',
    },
    {
      name: 'alert', // WorkflowExecutor.java:1527
      type: ['boolean'],
      meaning: 'Sends a notification through the channel of the server.',
      default: true,
      since: '0.8.1',
    },
    {
      name: 'fail', // WorkflowExecutor.java:1546
      type: ['boolean'],
      meaning: 'Makes the workflow fail.',
      default: false,
      since: '0.8.1',
    },
    {
      name: '+NAME or OPERATOR>', // WorkflowExecutor.java:1510
      type: ['tasks'],
      meaning: 'Tasks to run then, with all options of a group.',
    },
  ],
  notes: [
    'alert is on by default, which the documentation does not say.',
    'A time that has passed today counts for tomorrow.',
    'Not only for scheduled runs: a workflow started by hand is watched too, from its run time.',
    'Unquoted 12:30 is a text for Digdag, unlike in other YAML 1.1 readers.',
  ],
  example:
    'sla:\n  time: 02:00\n  fail: true\n  +tell:\n    mail>: {data: late}\n    subject: late\n    to: [team@example.com]',
  documentation: 'scheduling_workflow',
  uses: 45,
};
