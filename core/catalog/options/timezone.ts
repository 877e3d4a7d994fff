import type { TaskOption } from '../types.ts';

export const timezoneOption: TaskOption = {
  name: 'timezone', // WorkflowFile.java:78
  type: ['string'],
  meaning: 'Time zone of the workflow, such as Asia/Tokyo: for its schedule and for the time variables.',
  legal: { top: 'yes', group: 'no effect' },
  default: 'UTC',
  template: 'not evaluated',
  notes: [
    'Names as Java knows them: regions, UTC, GMT+9, +09:00.',
    'Of a workflow that is called with call> it is not looked at.',
  ],
  documentation: 'workflow_definition',
  uses: 267,
};
