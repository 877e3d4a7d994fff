import type { Operator } from '../types.ts';

/** fail>: facts from FailOperatorFactory.java of Digdag 0.10. */
export const failOperator: Operator = {
  name: 'fail',
  summary: 'Always fails, with a message.',
  command: {
    type: ['string', 'number', 'boolean'], // FailOperatorFactory.java:47
    meaning: 'Message of the failure; _error tasks see it as ${error.message}. Default is an empty text.',
    default: '',
  },
  parameters: [],
  unknownKeys: 'ignored',
  honoursRetry: false,
  since: '0.8.1',
  notes: [
    'The error of this operator carries message only; ${error.stacktrace} is not defined for it.',
    '_retry on the fail> task itself is not looked at; on a group around it it works.',
  ],
  example: '+too_few:\n  if>: ${td.last_results.cnt < 10}\n  _do:\n    fail>: "only ${td.last_results.cnt} rows"',
  documentation: 'operators/fail',
  uses: 16,
};
