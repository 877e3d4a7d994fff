import type { Scheduler } from '../types.ts';

export const monthlyScheduler: Scheduler = {
  name: 'monthly',
  command: {
    type: ['string'], // MonthlySchedulerFactory.java:35
    format: 'D,HH:MM:SS',
    pattern: '^\\d+,\\d+:\\d+:\\d+$',
    example: '1,09:00:00',
    meaning: 'Day of the month and time.',
  },
  sessionTime: '00:00:00 of the day',
  parameters: [
    {
      name: 'at', // MonthlySchedulerFactory.java:35
      type: ['string'],
      meaning: 'The time, when the scheduler is chosen with _type.',
      undocumented: true,
      notes: ['push refuses it as an unknown key; only check and run honour it.'],
    },
  ],
  notes: [
    'In months without that day there is no run.',
    'The numbers are not checked for their range: 25:61:00 is taken as that many hours and minutes after the session time.',
  ],
  example: 'schedule:\n  monthly>: 1,09:00:00',
  documentation: 'scheduling_workflow',
  uses: 1,
};
