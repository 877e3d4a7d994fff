import type { Variable } from '../types.ts';

export const sessionVariables: readonly Variable[] = [
  {
    name: 'timezone', // RuntimeParams.java:20
    type: ['string'],
    meaning: 'Time zone of the workflow.',
    available: 'always',
    example: 'Asia/Tokyo',
    uses: 4,
  },
  {
    name: 'project_id', // RuntimeParams.java:70
    type: ['integer'],
    meaning: 'Id of the project.',
    available: 'always',
    example: 12,
    notes: ['1 in digdag run.'],
    uses: 2,
  },
  {
    name: 'attempt_id', // RuntimeParams.java:73
    type: ['integer'],
    meaning: 'Id of this attempt.',
    available: 'always',
    example: 345,
    notes: ['Since 0.9.32.'],
    uses: 6,
  },
  {
    name: 'session_id', // RuntimeParams.java:25
    type: ['integer'],
    meaning: 'Id of this session.',
    available: 'always',
    example: 210,
    notes: ['Since 0.9.5.'],
    uses: 12,
  },
  {
    name: 'session_uuid', // RuntimeParams.java:23
    type: ['string'],
    meaning: 'UUID of this session.',
    available: 'always',
    example: '414a8b9e-b365-4394-916a-f0ed9987bd2b',
    uses: 6,
  },
  {
    name: 'task_name', // RuntimeParams.java:76
    type: ['string'],
    meaning: 'Full name of the running task.',
    available: 'always',
    example: '+daily+load^sub+loop-0',
    notes: ['Since 0.9.9.'],
    uses: 6,
  },
  {
    name: 'retry_attempt_name', // RuntimeParams.java:72
    type: ['string'],
    meaning: 'Name of the retry that this attempt belongs to.',
    available: 'sometimes',
    defined: 'only in attempts made by retry or by a named start',
    uses: 2,
  },
  {
    name: '_workdir', // WorkflowFile.java:59
    type: ['string'],
    meaning: 'Working directory, from the root of the project.',
    available: 'sometimes',
    defined: 'in files of subdirectories that were called with call>, or where it is set',
    example: 'common',
    uses: 3,
  },
  {
    name: '_project_path', // Arguments.java:97
    type: ['string'],
    meaning: 'Project directory.',
    available: 'sometimes',
    defined: 'only in digdag run --project DIR',
    uses: 2,
  },
];
