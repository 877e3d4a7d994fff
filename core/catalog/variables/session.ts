import type { Variable } from '../types.ts';

export const sessionVariables: readonly Variable[] = [
  {
    name: 'timezone', // RuntimeParams.java:20
    type: ['string'],
    meaning: 'Time zone of the workflow.',
    available: 'always',
    defined: 'always',
    example: 'Asia/Tokyo',
    documentation: 'workflow_definition',
    uses: 4,
  },
  {
    name: 'project_id', // RuntimeParams.java:70
    type: ['integer'],
    meaning: 'Id of the project.',
    available: 'always',
    defined: 'always',
    example: 12,
    notes: ['1 in digdag run.'],
    documentation: 'workflow_definition',
    uses: 2,
  },
  {
    name: 'attempt_id', // RuntimeParams.java:73
    type: ['integer'],
    meaning: 'Id of this attempt.',
    available: 'always',
    defined: 'always',
    example: 345,
    notes: ['Since 0.9.32.'],
    documentation: 'workflow_definition',
    uses: 6,
  },
  {
    name: 'session_id', // RuntimeParams.java:25
    type: ['integer'],
    meaning: 'Id of this session.',
    available: 'always',
    defined: 'always',
    example: 210,
    notes: ['Since 0.9.5.'],
    documentation: 'workflow_definition',
    uses: 12,
  },
  {
    name: 'session_uuid', // RuntimeParams.java:23
    type: ['string'],
    meaning: 'UUID of this session.',
    available: 'always',
    defined: 'always',
    example: '414a8b9e-b365-4394-916a-f0ed9987bd2b',
    documentation: 'workflow_definition',
    uses: 6,
  },
  {
    name: 'task_name', // RuntimeParams.java:76
    type: ['string'],
    meaning: 'Full name of the running task.',
    available: 'always',
    defined: 'always',
    example: '+daily+load^sub+loop-0',
    notes: ['Since 0.9.9.'],
    documentation: 'workflow_definition',
    uses: 6,
  },
  {
    name: 'retry_attempt_name', // RuntimeParams.java:72
    type: ['string'],
    meaning: 'Name of the retry that this attempt belongs to.',
    available: 'sometimes',
    defined: 'only in attempts made by retry or by a named start',
    whenAbsent: '${retry_attempt_name} fails the task',
    uses: 2,
  },
  {
    name: 'session_time', // RuntimeParams.java:24
    type: ['string'],
    meaning: 'The session time, with offset.',
    available: 'always',
    defined: 'always',
    format: "yyyy-MM-dd'T'HH:mm:ssxxx",
    example: '2026-01-30T00:00:00+09:00',
    documentation: 'workflow_definition',
    uses: 72,
  },
  {
    name: 'session_date', // RuntimeParams.java:101
    type: ['string'],
    meaning: 'Date of the session time.',
    available: 'always',
    defined: 'always',
    format: 'yyyy-MM-dd',
    example: '2026-01-30',
    documentation: 'workflow_definition',
    uses: 8,
  },
  {
    name: 'session_date_compact', // RuntimeParams.java:102
    type: ['string'],
    meaning: 'Date of the session time without hyphens.',
    available: 'always',
    defined: 'always',
    format: 'yyyyMMdd',
    example: '20260130',
    documentation: 'workflow_definition',
    uses: 12,
  },
  {
    name: 'session_local_time', // RuntimeParams.java:103
    type: ['string'],
    meaning: 'Date and time of the session time without offset.',
    available: 'always',
    defined: 'always',
    format: 'yyyy-MM-dd HH:mm:ss',
    example: '2026-01-30 00:00:00',
    documentation: 'workflow_definition',
    uses: 2,
  },
  {
    name: 'session_tz_offset', // RuntimeParams.java:105
    type: ['string'],
    meaning: 'Offset of the time zone at the session time.',
    available: 'always',
    defined: 'always',
    format: '+hhmm',
    example: '+0900',
    documentation: 'workflow_definition',
    uses: 1,
  },
  {
    name: 'session_unixtime', // RuntimeParams.java:106
    type: ['integer'],
    meaning: 'The session time in seconds since 1970.',
    available: 'always',
    defined: 'always',
    example: 1769698800,
    documentation: 'workflow_definition',
    uses: 50,
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
