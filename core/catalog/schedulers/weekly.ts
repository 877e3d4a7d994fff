import type { Scheduler } from '../types.ts';

export const weeklyScheduler: Scheduler = {
  name: 'weekly',
  command: {
    type: ['string'], // WeeklySchedulerFactory.java:36
    format: 'DDD,HH:MM:SS',
    pattern: '^\\s*[^,]+\\s*,\\s*\\d+:\\d+:\\d+\\s*$',
    example: 'Sun,09:00:00',
    meaning: 'Day of the week and time.',
  },
  sessionTime: '00:00:00 of the day',
  parameters: [
    {
      name: 'at', // WeeklySchedulerFactory.java:36
      type: ['string'],
      meaning: 'The time, when the scheduler is chosen with _type.',
      undocumented: true,
      notes: ['push refuses it as an unknown key; only check and run honour it.'],
    },
  ],
  notes: [
    'Days: Sun to Sat in any case, or 0 (Sunday) to 7 (Sunday again). A range such as Mon-Fri works; a list with commas does not.',
    'The numbers are not checked for their range: 25:61:00 is taken as that many hours and minutes after the session time.',
  ],
  example: 'schedule:\n  weekly>: Mon,09:00:00',
  documentation: 'scheduling_workflow',
  uses: 2,
};
