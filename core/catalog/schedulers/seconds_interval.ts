import type { Scheduler } from '../types.ts';

export const secondsIntervalScheduler: Scheduler = {
  name: 'seconds_interval',
  command: {
    type: ['integer'], // SecondsIntervalSchedulerFactory.java:26
    format: 'N',
    pattern: '^\\d+$',
    example: '90',
    meaning: 'Every so many seconds.',
  },
  sessionTime: 'the second of the run',
  parameters: [
    {
      name: 'delay', // SecondsIntervalSchedulerFactory.java:27
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
    'Not in the documentation.',
    'start and end are accepted but have no effect here.',
    'Counted from 1970 in UTC, not from midnight.',
  ],
  example: 'schedule:\n  seconds_interval>: 90',
  uses: 1,
};
