import type { Availability, Variable } from '../types.ts';

/** What the six variables of one point in time have in common: the session's, and those of the sessions before and after. */
interface Family {
  readonly prefix: string;
  /** The point in time, in words. */
  readonly time: string;
  readonly available: Availability;
  readonly notes?: readonly string[];
  /** How often the public corpora use them: time, date, date_compact, local_time, tz_offset, unixtime. */
  readonly uses: readonly [number, number, number, number, number, number];
}

const emptyText = 'The empty text unless the schedule started this run and an earlier session ran.';

const families: readonly Family[] = [
  { prefix: 'session', time: 'this session', available: 'always', uses: [72, 8, 12, 2, 1, 50] },
  {
    prefix: 'last_session',
    time: 'the session before, by the schedule',
    available: 'scheduled',
    uses: [3, 5, 2, 1, 1, 1],
  },
  {
    prefix: 'next_session',
    time: 'the session after, by the schedule',
    available: 'scheduled',
    uses: [1, 1, 1, 1, 1, 1],
  },
  {
    prefix: 'last_executed_session',
    time: 'the session that really ran before',
    available: 'always',
    notes: [emptyText],
    uses: [1, 0, 0, 0, 0, 0],
  },
];

/** `session_time` and the like (RuntimeParams.java:101-106, AttemptBuilder.java:120-123). */
export const sessionTimeVariables: readonly Variable[] = families.flatMap(
  ({ prefix, time, available, notes, uses }) => {
    const common = { available, ...(notes ? { notes } : {}) };
    const text = { type: ['string'], ...common } as const;
    return [
      {
        name: `${prefix}_time`,
        ...text,
        meaning: `Time of ${time}, with offset.`,
        format: "yyyy-MM-dd'T'HH:mm:ssxxx",
        uses: uses[0],
      },
      { name: `${prefix}_date`, ...text, meaning: `Date of ${time}.`, format: 'yyyy-MM-dd', uses: uses[1] },
      {
        name: `${prefix}_date_compact`,
        ...text,
        meaning: `Date of ${time}, without hyphens.`,
        format: 'yyyyMMdd',
        uses: uses[2],
      },
      {
        name: `${prefix}_local_time`,
        ...text,
        meaning: `Date and time of ${time}, without offset.`,
        format: 'yyyy-MM-dd HH:mm:ss',
        uses: uses[3],
      },
      {
        name: `${prefix}_tz_offset`,
        ...text,
        meaning: `Offset of the time zone at ${time}.`,
        format: '+hhmm',
        uses: uses[4],
      },
      {
        name: `${prefix}_unixtime`,
        type: ['integer'],
        ...common,
        meaning: `Time of ${time} in seconds since 1970.`,
        uses: uses[5],
      },
    ];
  },
);
