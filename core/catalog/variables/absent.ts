import type { Variable } from '../types.ts';

export const absentVariables: readonly Variable[] = [
  {
    name: 'project_name', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
    notes: ['The comment lines that td> puts in front of a query do show the project and workflow name.'],
  },
  {
    name: 'workflow_name', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
    notes: ['The comment lines that td> puts in front of a query do show the project and workflow name.'],
  },
  {
    name: 'revision', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
  },
  {
    name: 'project_revision', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
  },
];
