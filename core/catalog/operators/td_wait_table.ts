import type { Operator } from '../types.ts';
import {
  database,
  endpoint,
  hivePoolName,
  interval,
  prestoPoolName,
  proxy,
  tdApikeySecret,
  tdDatabaseSecret,
  tdEndpointSecret,
  tdProxyEnabledSecret,
  tdProxyHostSecret,
  tdProxyPasswordSecret,
  tdProxyPortSecret,
  tdProxyUserSecret,
  tdUseSslSecret,
  useSsl,
} from './shared/treasureData.ts';

/** td_wait_table>: facts from TdWaitTableOperatorFactory.java of Digdag 0.10. */
export const tdWaitTableOperator: Operator = {
  name: 'td_wait_table',
  summary: 'Waits until a table exists and holds enough rows.',
  command: {
    type: ['string'], // TdWaitTableOperatorFactory.java:102
    meaning: 'Name of the table, or database.table.',
    required: true,
  },
  parameters: [
    {
      name: 'rows', // TdWaitTableOperatorFactory.java:105
      type: ['integer'],
      meaning: 'Number of rows that the table must have; 0 or less means that existing is enough.',
      default: 0,
      uses: 1,
    },
    interval,
    {
      name: 'engine', // TdWaitTableOperatorFactory.java:106
      type: ['string'],
      meaning: 'Query engine that runs the SQL.',
      default: 'presto',
      enum: ['presto', 'hive'],
      enumChecked: true,
      notes: ['Any other word, trino too, is a configuration error.'],
      uses: 1,
    },
    {
      name: 'priority', // TdWaitTableOperatorFactory.java:110
      type: ['integer'],
      meaning: 'Job priority from -2 (very low) to 2 (very high).',
      default: 0,
      min: -2,
      max: 2,
      notes: ['A number outside -2..2 silently counts as 0 (td-client Priority.fromInt).'],
    },
    {
      name: 'job_retry', // TdWaitTableOperatorFactory.java:112
      type: ['integer'],
      meaning: 'How often Treasure Data itself retries the failed job.',
      default: 0,
    },
    prestoPoolName,
    hivePoolName,
    {
      name: 'engine_version', // TdWaitTableOperatorFactory.java:114
      type: ['string'],
      meaning: 'Version label of the engine, for instance stable; passed on unchecked.',
      since: '0.9.35',
    },
    {
      name: 'hive_engine_version', // TdWaitTableOperatorFactory.java:115
      type: ['string'],
      meaning: 'Version label that wins over engine_version while engine is hive.',
      when: 'engine: hive',
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
      kind: 'format', // TdWaitTableOperatorFactory.java:108
      keys: ['engine'],
      text: 'engine must be presto or hive.',
    },
  ],
  sections: [
    {
      path: ['td'], // TdWaitTableOperatorFactory.java:101
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
  since: '0.8.2',
  notes: [
    'The check for existence ignores a database in front of the table name and looks into the database parameter; only the row count honours it.',
    'Existence is checked every 30 seconds, however long interval is.',
    'There is no time-out.',
    'td.last_job_id is not set.',
  ],
  example: '+arrived:\n  td_wait_table>: access_log\n  database: raw\n  rows: 1000\n  interval: 10m',
  documentation: 'operators/td_wait_table',
  uses: 2,
};
