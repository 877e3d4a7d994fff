import type { Variable } from '../types.ts';

export const errorVariables: readonly Variable[] = [
  {
    name: 'error.message', // TaskExecutionException.java:42
    type: ['string'],
    meaning: 'Message of the failure.',
    available: 'in _error',
    example: 'Command failed with code 1 (runtime)',
    uses: 5,
  },
  {
    name: 'error.stacktrace', // TaskExecutionException.java:43
    type: ['string'],
    meaning: 'Java stack of the failure, joined by commas.',
    available: 'in _error',
    defined: 'only in _error tasks, unless the operator failed with a plain message as fail> does',
    notes: ['${error.stacktrace} is empty when it is missing.'],
    uses: 2,
  },
  {
    name: 'error.errors', // BqJobRunner.java:136
    type: ['string'],
    meaning: 'All errors of a BigQuery job.',
    available: 'in _error',
  },
];
