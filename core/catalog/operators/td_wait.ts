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

/** td_wait>: facts from TdWaitOperatorFactory.java of Digdag 0.10. */
export const tdWaitOperator: Operator = {
  name: 'td_wait',
  summary: 'Runs a query again and again until it answers yes.',
  command: {
    type: ['file', 'map'], // Workspace.java:161
    meaning: 'SQL template file, or {data: SQL}. Without either, query is used.',
    requiredUnless: 'query',
    parameters: [
      {
        name: 'data', // Workspace.java:186
        type: ['string'],
        meaning: 'SQL text given in place.',
        required: true,
      },
    ],
  },
  parameters: [
    interval,
    {
      name: 'query', // TdWaitOperatorFactory.java:96
      type: ['string'],
      meaning: 'SQL text given in place; used when nothing stands after the operator.',
      notes: ['Evaluated for ${...} once, like any parameter; it is not read as a template a second time.'],
    },
    {
      name: 'engine', // TdWaitOperatorFactory.java:98
      type: ['string'],
      meaning: 'Query engine that runs the SQL.',
      default: 'presto',
      enum: ['presto', 'hive'],
      enumChecked: true,
      notes: ['Any other word, trino too, is a configuration error.'],
      uses: 7,
    },
    {
      name: 'priority', // TdWaitOperatorFactory.java:102
      type: ['integer'],
      meaning: 'Job priority from -2 (very low) to 2 (very high).',
      default: 0,
      min: -2,
      max: 2,
      notes: ['A number outside -2..2 silently counts as 0 (td-client Priority.fromInt).'],
    },
    {
      name: 'job_retry', // TdWaitOperatorFactory.java:104
      type: ['integer'],
      meaning: 'How often Treasure Data itself retries the failed job.',
      default: 0,
    },
    prestoPoolName,
    hivePoolName,
    {
      name: 'engine_version', // TdWaitOperatorFactory.java:106
      type: ['string'],
      meaning: 'Version label of the engine, for instance stable; passed on unchecked.',
      since: '0.9.35',
    },
    {
      name: 'hive_engine_version', // TdWaitOperatorFactory.java:107
      type: ['string'],
      meaning: 'Version label that wins over engine_version while engine is hive.',
      when: 'engine: hive',
    },
    database,
    endpoint,
    useSsl,
    proxy,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // Workspace.java:188
      keys: ['td_wait>', 'query'],
      text: 'SQL is needed: a file or {data: ...} after td_wait>, or query.',
    },
    {
      kind: 'format', // TdWaitOperatorFactory.java:100
      keys: ['engine'],
      text: 'engine must be presto or hive.',
    },
  ],
  sections: [
    {
      path: ['td'], // TdWaitOperatorFactory.java:95
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
  files: [
    {
      kind: 'template',
      value: 'command',
      resolve: 'workdir',
      mustExist: true,
      template: true,
      extensions: ['.sql'],
      when: 'the value is a text',
    },
  ],
  since: '0.8.2',
  notes: [
    'The first column of the first row decides: NULL, false and 0 mean wait, so does an empty result; everything else means go on.',
    'The documentation lists td.last_job_id and others as outputs; the code stores nothing.',
    'A text after the operator is always a file name; SQL in place goes into {data: ...} or query.',
    'There is no time-out.',
  ],
  example:
    "+arrived:\n  td_wait>:\n    data: select count(*) > 0 from log where day = '${session_date}'\n  database: raw\n  interval: 5m",
  documentation: 'operators/td_wait',
  uses: 11,
};
