import type { Scheduler } from '../types.ts';

export const minutesIntervalScheduler: Scheduler = {
  name: 'minutes_interval',
  command: {
    type: ['integer'], // MinutesIntervalSchedulerFactory.java:33
    format: 'N',
    pattern: '^\\d+$',
    example: '30',
    meaning: 'Every so many minutes of the hour.',
  },
  sessionTime: 'the minute of the run',
  parameters: [
    {
      name: 'delay', // MinutesIntervalSchedulerFactory.java:34
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
    'It is the cron pattern */N: the count starts anew each hour, so 45 runs at :00 and :45, and 60 or more runs once an hour.',
  ],
  example: 'schedule:\n  minutes_interval>: 15',
  documentation: 'scheduling_workflow',
  uses: 6,
};
