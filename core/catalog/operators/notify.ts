import type { Operator } from '../types.ts';

/** notify>: facts from NotifyOperatorFactory.java of Digdag 0.10. */
export const notifyOperator: Operator = {
  name: 'notify',
  summary: 'Sends a notification through the channel that the server is configured with.',
  command: {
    type: ['string', 'number', 'boolean'], // NotifyOperatorFactory.java:59
    meaning: 'Message of the notification.',
    required: true,
  },
  parameters: [],
  unknownKeys: 'warned',
  honoursRetry: false,
  since: '0.8.1',
  notes: [
    'Without notification.type (mail, http or shell) in the server configuration nothing is sent and the task succeeds.',
    'Digdag itself adds a notify task named ^failure-alert when an attempt fails, and ^sla^alert when an SLA is missed.',
    'Only the release notes of 0.8.1 mention it.',
  ],
  example: '+load:\n  sh>: ./load.sh\n  _error:\n    notify>: "load of ${session_date} failed: ${error.message}"',
  uses: 0,
};
