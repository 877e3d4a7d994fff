import type { Variable } from '../types.ts';

export const lastExecutedSessionVariables: readonly Variable[] = [
  {
    name: 'last_executed_session_time', // AttemptBuilder.java:123
    type: ['string'],
    meaning: 'The time of the session that really ran before, with offset.',
    available: 'always',
    defined: 'always, but the empty text unless the schedule started this run and an earlier session ran',
    format: "yyyy-MM-dd'T'HH:mm:ssxxx",
    example: '2026-01-29T00:00:00+09:00',
    notes: ['Empty text when unknown (also without any schedule).'],
    documentation: 'workflow_definition',
    uses: 1,
  },
  {
    name: 'last_executed_session_date', // RuntimeParams.java:101
    type: ['string'],
    meaning: 'Date of the time of the session that really ran before.',
    available: 'always',
    defined: 'always, but the empty text unless the schedule started this run and an earlier session ran',
    format: 'yyyy-MM-dd',
    example: '2026-01-29',
    uses: 0,
  },
  {
    name: 'last_executed_session_date_compact', // RuntimeParams.java:102
    type: ['string'],
    meaning: 'Date of the time of the session that really ran before without hyphens.',
    available: 'always',
    defined: 'always, but the empty text unless the schedule started this run and an earlier session ran',
    format: 'yyyyMMdd',
    example: '20260129',
    uses: 0,
  },
  {
    name: 'last_executed_session_local_time', // RuntimeParams.java:103
    type: ['string'],
    meaning: 'Date and time of the time of the session that really ran before without offset.',
    available: 'always',
    defined: 'always, but the empty text unless the schedule started this run and an earlier session ran',
    format: 'yyyy-MM-dd HH:mm:ss',
    example: '2026-01-29 00:00:00',
    uses: 0,
  },
  {
    name: 'last_executed_session_tz_offset', // RuntimeParams.java:105
    type: ['string'],
    meaning: 'Offset of the time zone at the time of the session that really ran before.',
    available: 'always',
    defined: 'always, but the empty text unless the schedule started this run and an earlier session ran',
    format: '+hhmm',
    example: '+0900',
    notes: ['When the time is unknown: the offset that the zone had in 1970.'],
    uses: 0,
  },
  {
    name: 'last_executed_session_unixtime', // RuntimeParams.java:106
    type: ['integer'],
    meaning: 'The time of the session that really ran before in seconds since 1970.',
    available: 'always',
    defined: 'always, but the empty text unless the schedule started this run and an earlier session ran',
    example: 1769612400,
    documentation: 'workflow_definition',
    uses: 1,
  },
];
