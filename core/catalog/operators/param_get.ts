import type { Operator } from '../types.ts';

/** param_get>: facts from ParamGetOperatorFactory.java of Digdag 0.10. */
export const paramGetOperator: Operator = {
  name: 'param_get',
  summary: 'Reads values from the parameter server into variables.',
  command: {
    type: ['nothing'], // ParamGetOperatorFactory.java:72
    meaning: 'Must stay empty.',
  },
  parameters: [
    {
      name: '<name>', // ParamGetOperatorFactory.java:81
      type: ['string'],
      meaning: 'Each key is the name of an entry and its value the name of the variable that gets it.',
      required: true,
    },
  ],
  unknownKeys: 'data',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // ParamGetOperatorFactory.java:74
      keys: ['<name>'],
      text: 'At least one name is needed.',
    },
  ],
  outputs: [
    {
      name: '<value of each key>', // ParamGetOperatorFactory.java:84
      type: ['string'],
      meaning: 'Text of the entry; the empty text when there is none.',
    },
  ],
  since: '0.9.31',
  notes: [
    'Needs param_server.type (postgresql or redis) in the server configuration; else the task fails.',
    'Every key of the task counts as data: _retry, _workdir and the like are taken as names of entries as well.',
  ],
  example: '+recall:\n  param_get>:\n  last_loaded_day: loaded_until\n+show:\n  echo>: ${loaded_until}',
  documentation: 'operators/param_get',
  uses: 2,
};
