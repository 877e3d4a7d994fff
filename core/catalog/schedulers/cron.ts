import type { Scheduler } from '../types.ts';

export const cronScheduler: Scheduler = {
  name: 'cron',
  command: {
    type: ['string'], // CronSchedulerFactory.java:37
    format: '* * * * *',
    pattern: '^\\S+(\\s+\\S+){4}(\\s*\\|.*)?$',
    example: '0 9 * * mon-fri',
    meaning: 'Five cron fields: minute, hour, day of month, month, day of week.',
  },
  sessionTime: 'the minute of the run',
  parameters: [
    {
      name: 'delay', // CronSchedulerFactory.java:39
      type: ['integer'],
      meaning: 'Seconds by which the run starts after the session time.',
      default: 0,
      undocumented: true,
      notes: [
        'push refuses it as an unknown key (tried with 0.10.5.1: status 400); only check and digdag run honour it.',
      ],
    },
  ],
  notes: [
    'Read by cron4j: lists, ranges, */n, names (jan, mon), L for the last day of the month, day of week 0-7, several patterns joined by |.',
    'A value that starts with * needs quotes in YAML.',
  ],
  example: 'schedule:\n  cron>: "42 4 1 * *"',
  documentation: 'scheduling_workflow',
  uses: 3,
};
