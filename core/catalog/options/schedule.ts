import type { TaskOption } from '../types.ts';

export const scheduleOption: TaskOption = {
  name: 'schedule', // WorkflowFile.java:21
  type: ['map'],
  meaning: 'When the server runs the workflow by itself; see schedules.json.',
  legal: { top: 'yes', group: 'no effect' },
  template: 'not evaluated',
  documentation: 'scheduling_workflow',
  uses: 80,
};
