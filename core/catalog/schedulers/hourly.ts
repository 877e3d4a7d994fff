import type { Scheduler } from '../types.ts';

export const hourlyScheduler: Scheduler = {
  name: 'hourly',
  command: {
    type: ['string'], // HourlySchedulerFactory.java:33
    format: 'MM:SS',
    pattern: '^\\d+:\\d+$',
    example: '30:00',
    meaning: 'Minute and second of each hour.',
  },
  sessionTime: 'start of the hour',
  parameters: [
    {
      name: 'at', // HourlySchedulerFactory.java:33
      type: ['string'],
      meaning: 'The time, when the scheduler is chosen with _type.',
      undocumented: true,
      notes: ['push refuses it as an unknown key; only check and run honour it.'],
    },
  ],
  notes: [
    'The numbers are not checked for their range: 25:61:00 is taken as that many hours and minutes after the session time.',
  ],
  example: 'schedule:\n  hourly>: 30:00',
  documentation: 'scheduling_workflow',
  uses: 6,
};
