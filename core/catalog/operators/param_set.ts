import type { Operator } from '../types.ts';

/** param_set>: facts from ParamSetOperatorFactory.java of Digdag 0.10. */
export const paramSetOperator: Operator = {
  name: 'param_set',
  summary: 'Stores values in the parameter server, where other workflows can read them.',
  command: {
    type: ['nothing'], // ParamSetOperatorFactory.java:71
    meaning: 'Must stay empty; a value here would be stored under the name param_set>.',
  },
  parameters: [
    {
      name: '<name>', // ParamSetOperatorFactory.java:84
      type: ['string', 'number', 'boolean'],
      meaning: 'Each key is the name of an entry and its value what is stored, as text.',
      required: true,
      notes: ['A map or list is an error; an empty value is skipped.'],
    },
  ],
  unknownKeys: 'data',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // ParamSetOperatorFactory.java:73
      keys: ['<name>'],
      text: 'At least one name is needed.',
    },
  ],
  since: '0.9.31',
  notes: [
    'Entries expire after 90 days.',
    'Needs param_server.type (postgresql or redis) in the server configuration; else the task fails.',
    'Every key of the task counts as data: _retry, _workdir and the like are taken as names of entries as well.',
  ],
  example: '+remember:\n  param_set>:\n  last_loaded_day: ${session_date}',
  documentation: 'operators/param_set',
  uses: 2,
};
