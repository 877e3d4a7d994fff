import type { Operator } from '../types.ts';

/** wait>: facts from WaitOperatorFactory.java of Digdag 0.10. */
export const waitOperator: Operator = {
  name: 'wait',
  summary: 'Pauses the workflow for a while.',
  command: {
    type: ['duration'], // WaitOperatorFactory.java:68
    meaning: 'How long to wait, for instance 10s or 1h 30m. A bare number is an error.',
    required: true,
    format: '[Nd] [Nh] [Nm] [Ns] in this order, upper or lower case',
  },
  parameters: [
    {
      name: 'blocking', // WaitOperatorFactory.java:79
      type: ['boolean'],
      meaning: 'Sleeps inside the agent thread instead of giving the thread back.',
      default: false,
      uses: 3,
    },
    {
      name: 'poll_interval', // WaitOperatorFactory.java:88
      type: ['duration'],
      meaning: 'Wakes up this often to look at the clock; unset means once, at the end.',
      uses: 2,
    },
  ],
  unknownKeys: 'warned',
  honoursRetry: false,
  constraints: [
    {
      kind: 'exclusive', // WaitOperatorFactory.java:108
      keys: ['poll_interval', 'blocking'],
      text: 'poll_interval cannot be set together with blocking: true.',
    },
  ],
  since: '0.10.4',
  notes: ['A blocking wait that is interrupted starts again from zero.', 'Waits one second at least.'],
  example: '+pause:\n  wait>: 90s\n  poll_interval: 10s',
  documentation: 'operators/wait',
  uses: 6,
};
