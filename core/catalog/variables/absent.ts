import type { Variable } from '../types.ts';

export const absentVariables: readonly Variable[] = [
  {
    name: 'project_name', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
    defined: 'never',
    whenAbsent: '${project_name} fails the task unless the workflow defines it',
    notes: ['The comment lines that td> puts in front of a query do show the project and workflow name.'],
    uses: 0,
  },
  {
    name: 'workflow_name', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
    defined: 'never',
    whenAbsent: '${workflow_name} fails the task unless the workflow defines it',
    notes: ['The comment lines that td> puts in front of a query do show the project and workflow name.'],
    uses: 0,
  },
  {
    name: 'revision', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
    defined: 'never',
    whenAbsent: '${revision} fails the task unless the workflow defines it',
    uses: 0,
  },
  {
    name: 'project_revision', // RuntimeParams.java:69
    type: ['none'],
    meaning: 'Not a variable: Digdag knows it but does not offer it to workflows.',
    available: 'never',
    defined: 'never',
    whenAbsent: '${project_revision} fails the task unless the workflow defines it',
    uses: 0,
  },
];
