import type { Scheduler } from '../types.ts';

export const dailyScheduler: Scheduler = {
  name: 'daily',
  command: {
    type: ['string'], // DailySchedulerFactory.java:33
    format: 'HH:MM:SS',
    pattern: '^\\d+:\\d+:\\d+$',
    example: '07:00:00',
    meaning: 'Time of each day.',
  },
  sessionTime: '00:00:00 of the day',
  parameters: [
    {
      name: 'at', // DailySchedulerFactory.java:33
      type: ['string'],
      meaning: 'The time, when the scheduler is chosen with _type.',
      undocumented: true,
      notes: ['push refuses it as an unknown key; only check and run honour it.'],
    },
  ],
  notes: [
    'The numbers are not checked for their range: 25:61:00 is taken as that many hours and minutes after the session time.',
    'The session time is midnight of the same day, not the time of the run.',
  ],
  example: 'schedule:\n  daily>: 07:00:00',
  documentation: 'scheduling_workflow',
  uses: 60,
};
