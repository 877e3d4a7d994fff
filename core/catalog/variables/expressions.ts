import type { Variable } from '../types.ts';

export const expressionsVariables: readonly Variable[] = [
  {
    name: 'moment', // ConfigEvalEngine.java:39
    type: ['function'],
    meaning: 'Moment.js, for times: ${moment(session_time).add(1, "days").format("YYYY-MM-DD")}.',
    available: 'in expressions',
    notes: [
      'Plain JavaScript (ECMAScript 5) is available too: JSON, Math, string and array methods, typeof; no let, arrow functions or template strings.',
      'The time zone inside is that of the workflow.',
    ],
    uses: 37,
  },
  {
    name: 'this', // digdag.js:98
    type: ['map'],
    meaning: 'All variables; this.x is undefined instead of an error when x is missing.',
    available: 'in expressions',
  },
  {
    name: 'secret:<name>', // UserSecretTemplate.java:14
    type: ['string'],
    meaning: 'A secret. Only in parameters that say so (secret_template), in sh> scripts and in _env.',
    available: 'sometimes',
    defined: 'at the places named',
    uses: 348,
  },
];
