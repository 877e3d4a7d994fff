import type { Variable } from '../types.ts';

export const lastSessionVariables: readonly Variable[] = [
  {
    name: 'last_session_time', // AttemptBuilder.java:120
    type: ['string'],
    meaning: 'The time of the session before, by the schedule, with offset.',
    available: 'scheduled',
    defined: 'only when the workflow has a schedule; then in every run, also one started by hand',
    whenAbsent: 'using it without a schedule fails the task (ReferenceError)',
    format: "yyyy-MM-dd'T'HH:mm:ssxxx",
    example: '2026-01-29T00:00:00+09:00',
    documentation: 'workflow_definition',
    uses: 3,
  },
  {
    name: 'last_session_date', // RuntimeParams.java:101
    type: ['string'],
    meaning: 'Date of the time of the session before, by the schedule.',
    available: 'scheduled',
    defined: 'only when the workflow has a schedule; then in every run, also one started by hand',
    whenAbsent: 'using it without a schedule fails the task (ReferenceError)',
    format: 'yyyy-MM-dd',
    example: '2026-01-29',
    documentation: 'workflow_definition',
    uses: 5,
  },
  {
    name: 'last_session_date_compact', // RuntimeParams.java:102
    type: ['string'],
    meaning: 'Date of the time of the session before, by the schedule without hyphens.',
    available: 'scheduled',
    defined: 'only when the workflow has a schedule; then in every run, also one started by hand',
    whenAbsent: 'using it without a schedule fails the task (ReferenceError)',
    format: 'yyyyMMdd',
    example: '20260129',
    documentation: 'workflow_definition',
    uses: 2,
  },
  {
    name: 'last_session_local_time', // RuntimeParams.java:103
    type: ['string'],
    meaning: 'Date and time of the time of the session before, by the schedule without offset.',
    available: 'scheduled',
    defined: 'only when the workflow has a schedule; then in every run, also one started by hand',
    whenAbsent: 'using it without a schedule fails the task (ReferenceError)',
    format: 'yyyy-MM-dd HH:mm:ss',
    example: '2026-01-29 00:00:00',
    documentation: 'workflow_definition',
    uses: 1,
  },
  {
    name: 'last_session_tz_offset', // RuntimeParams.java:105
    type: ['string'],
    meaning: 'Offset of the time zone at the time of the session before, by the schedule.',
    available: 'scheduled',
    defined: 'only when the workflow has a schedule; then in every run, also one started by hand',
    whenAbsent: 'using it without a schedule fails the task (ReferenceError)',
    format: '+hhmm',
    example: '+0900',
    documentation: 'workflow_definition',
    uses: 1,
  },
  {
    name: 'last_session_unixtime', // RuntimeParams.java:106
    type: ['integer'],
    meaning: 'The time of the session before, by the schedule in seconds since 1970.',
    available: 'scheduled',
    defined: 'only when the workflow has a schedule; then in every run, also one started by hand',
    whenAbsent: 'using it without a schedule fails the task (ReferenceError)',
    example: 1769612400,
    documentation: 'workflow_definition',
    uses: 2,
  },
];
