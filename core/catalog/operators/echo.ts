import type { Operator } from '../types.ts';

/** echo>: facts from EchoOperatorFactory.java of Digdag 0.10. */
export const echoOperator: Operator = {
  name: 'echo',
  summary: 'Prints a text to the console and to the task log.',
  command: {
    type: ['string', 'number', 'boolean'], // EchoOperatorFactory.java:48
    meaning: 'Text to print. A map or list, or nothing at all, is a configuration error.',
    required: true,
  },
  parameters: [],
  unknownKeys: 'warned',
  honoursRetry: false,
  changes: [{ version: '0.9.40', change: 'The text also goes to the task log.' }],
  notes: ['Text in quotes is needed when it holds ": " or starts with a YAML sign such as ${ inside { } or *.'],
  example: '_export:\n  who: team\n+hello:\n  echo>: "hello ${who}, session ${session_date}, attempt ${attempt_id}"',
  documentation: 'operators/echo',
  uses: 167,
};
