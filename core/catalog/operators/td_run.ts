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
  tdLastResultsOutput,
  tdProxyEnabledSecret,
  tdProxyHostSecret,
  tdProxyPasswordSecret,
  tdProxyPortSecret,
  tdProxyUserSecret,
  tdUseSslSecret,
  useSsl,
} from './shared/treasureData.ts';

/** td_run>: facts from TdRunOperatorFactory.java of Digdag 0.10. */
export const tdRunOperator: Operator = {
  name: 'td_run',
  summary: 'Runs a query that is saved on Treasure Data.',
  command: {
    type: ['string', 'integer'], // TdRunOperatorFactory.java:69
    meaning: 'Name of the saved query, or its id when it is written as a number.',
    required: true,
  },
  parameters: [
    {
      name: 'session_time', // TdRunOperatorFactory.java:70
      type: ['timestamp'],
      meaning: 'Time that the saved query is run for, in ISO format with offset.',
      default: 'session time of this workflow',
      format: '2020-01-31T00:00:00+09:00',
    },
    {
      name: 'download_file', // TdRunOperatorFactory.java:71
      type: ['string'],
      meaning: 'File in the project directory that gets the result as CSV.',
    },
    {
      name: 'store_last_results', // TdRunOperatorFactory.java:74
      type: ['boolean'],
      meaning: 'Keeps the first row of the result in ${td.last_results}.',
      default: false,
      since: '0.3.4',
      notes: ['Unlike pg> and redshift> it is only true or false; first and all are errors.'],
    },
    {
      name: 'preview', // TdRunOperatorFactory.java:75
      type: ['boolean'],
      meaning: 'Logs up to 20 rows of the result.',
      default: false,
      since: '0.5.1',
    },
    database,
    endpoint,
    useSsl,
    proxy,
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  sections: [
    {
      path: ['td'], // TdRunOperatorFactory.java:67
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
  outputs: [tdLastJobIdOutput, tdLastJobIdOutputTdPartialDelete, tdLastJobNumRecordsOutput, tdLastResultsOutput],
  files: [{ kind: 'write', value: 'download_file', resolve: 'workdir' }],
  since: '0.3.4',
  changes: [{ version: '0.9.3', change: 'Ids are accepted.' }],
  notes: [
    '${id} always comes out as text and is therefore taken as a name, never as an id.',
    'database must be given although the saved query has its own; the documentation of td_run> does not list it.',
  ],
  example: '+saved:\n  td_run>: weekly_report\n  database: reports\n  session_time: ${last_session_time}',
  documentation: 'operators/td_run',
  uses: 2,
};
