import type { Operator } from '../types.ts';
import {
  database,
  endpoint,
  proxy,
  tdApikeySecret,
  tdDatabaseSecret,
  tdEndpointSecret,
  tdLastJobIdOutput,
  tdLastJobIdOutputTdPartialDelete,
  tdLastJobNumRecordsOutput,
  tdProxyEnabledSecret,
  tdProxyHostSecret,
  tdProxyPasswordSecret,
  tdProxyPortSecret,
  tdProxyUserSecret,
  tdUseSslSecret,
  useSsl,
} from './shared/treasureData.ts';

/** td_partial_delete>: facts from TdPartialDeleteOperatorFactory.java of Digdag 0.10. */
export const tdPartialDeleteOperator: Operator = {
  name: 'td_partial_delete',
  summary: 'Deletes a time range of records from a table.',
  command: {
    type: ['string'], // TdPartialDeleteOperatorFactory.java:59
    meaning: 'Name of the table, without a database.',
    required: true,
  },
  parameters: [
    {
      name: 'from', // TdPartialDeleteOperatorFactory.java:60
      type: ['timestamp'],
      meaning: 'Start of the range, included; a whole hour.',
      required: true,
      format: 'seconds since 1970, or ISO 2020-01-31T00:00:00 with or without offset',
      uses: 2,
    },
    {
      name: 'to', // TdPartialDeleteOperatorFactory.java:61
      type: ['timestamp'],
      meaning: 'End of the range, not included; a whole hour.',
      required: true,
      format: 'seconds since 1970, or ISO 2020-01-31T00:00:00 with or without offset',
      uses: 2,
    },
    database,
    endpoint,
    useSsl,
    proxy,
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'format', // TdPartialDeleteOperatorFactory.java:64
      keys: ['from', 'to'],
      text: 'from and to must be whole hours.',
    },
  ],
  sections: [
    {
      path: ['td'], // TdPartialDeleteOperatorFactory.java:57
      meaning: 'Every parameter may be given once for all tasks under `_export: td:`.',
    },
  ],
  secrets: [
    tdApikeySecret,
    tdDatabaseSecret,
    tdEndpointSecret,
    tdUseSslSecret,
    tdProxyEnabledSecret,
    tdProxyHostSecret,
    tdProxyPortSecret,
    tdProxyUserSecret,
    tdProxyPasswordSecret,
  ],
  outputs: [tdLastJobIdOutput, tdLastJobIdOutputTdPartialDelete, tdLastJobNumRecordsOutput],
  since: '0.8.7',
  changes: [{ version: '0.8.9', change: 'Numbers as times.' }],
  deprecated: 'The documentation asks for a DELETE statement with td> instead.',
  notes: [
    'A time without offset counts in the time zone of the workflow.',
    'database.table is not split here: the whole text goes out as table name.',
    'The fields of the time need a T between date and time.',
  ],
  example:
    '+cleanup:\n  td_partial_delete>: access_log\n  database: raw\n  from: ${moment(session_time).subtract(30, "days").format()}\n  to: ${moment(session_time).subtract(29, "days").format()}',
  documentation: 'operators/td_partial_delete',
  uses: 2,
};
