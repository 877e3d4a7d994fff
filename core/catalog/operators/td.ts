import type { Operator } from '../types.ts';
import {
  database,
  endpoint,
  hivePoolName,
  prestoPoolName,
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

/** td>: facts from TdOperatorFactory.java of Digdag 0.10. */
export const tdOperator: Operator = {
  name: 'td',
  summary: 'Runs a Presto (Trino) or Hive query on Treasure Data.',
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
    {
      name: 'query', // TdOperatorFactory.java:118
      type: ['string'],
      meaning: 'SQL text given in place; used when nothing stands after the operator.',
      notes: [
        'Evaluated for ${...} once, like any parameter; it is not read as a template a second time.',
        'The documentation says that query, unlike data, expands the given text again; the code does not.',
      ],
      uses: 130,
    },
    {
      name: 'engine', // TdOperatorFactory.java:131
      type: ['string'],
      meaning: 'Query engine that runs the SQL.',
      default: 'presto',
      enum: ['presto', 'hive'],
      enumChecked: true,
      notes: ['Any other word, trino too, is a configuration error.'],
      uses: 86,
    },
    {
      name: 'priority', // TdOperatorFactory.java:126
      type: ['integer'],
      meaning: 'Job priority from -2 (very low) to 2 (very high).',
      default: 0,
      min: -2,
      max: 2,
      notes: ['A number outside -2..2 silently counts as 0 (td-client Priority.fromInt).'],
    },
    {
      name: 'job_retry', // TdOperatorFactory.java:129
      type: ['integer'],
      meaning: 'How often Treasure Data itself retries the failed job.',
      default: 0,
    },
    prestoPoolName,
    hivePoolName,
    {
      name: 'engine_version', // TdOperatorFactory.java:155
      type: ['string'],
      meaning: 'Version label of the engine, for instance stable; passed on unchecked.',
      since: '0.9.35',
    },
    {
      name: 'hive_engine_version', // TdOperatorFactory.java:156
      type: ['string'],
      meaning: 'Version label that wins over engine_version while engine is hive.',
      when: 'engine: hive',
    },
    {
      name: 'create_table', // TdOperatorFactory.java:121
      type: ['string'],
      meaning: 'Table (or database.table) that is made anew from the result.',
      notes: ['Presto: DROP TABLE IF EXISTS and CREATE TABLE AS; Hive: INSERT OVERWRITE.'],
      uses: 232,
    },
    {
      name: 'insert_into', // TdOperatorFactory.java:120
      type: ['string'],
      meaning: 'Table (or database.table) that the result is appended to; made when it is missing.',
      uses: 85,
    },
    {
      name: 'download_file', // TdOperatorFactory.java:134
      type: ['string'],
      meaning: 'File in the project directory that gets the result as CSV.',
      uses: 2,
    },
    {
      name: 'store_last_results', // TdOperatorFactory.java:151
      type: ['boolean'],
      meaning: 'Keeps the first row of the result in ${td.last_results}.',
      default: false,
      since: '0.3.4',
      notes: ['Unlike pg> and redshift> it is only true or false; first and all are errors.'],
      uses: 94,
    },
    {
      name: 'preview', // TdOperatorFactory.java:58
      type: ['boolean'],
      meaning: 'Logs up to 20 rows of the result.',
      default: false,
      since: '0.5.1',
      uses: 3,
    },
    {
      name: 'result_url', // TdOperatorFactory.java:127
      type: ['string'],
      meaning: 'Treasure Data result output address.',
      secretTemplate: true,
      uses: 9,
    },
    {
      name: 'result_connection', // TdOperatorFactory.java:140
      type: ['string'],
      meaning: 'Name of a saved connection that the result is written to.',
      since: '0.9.6',
      uses: 45,
    },
    {
      name: 'result_settings', // TdOperatorFactory.java:141
      type: ['map'],
      meaning: 'Settings for result_connection.',
      jsonText: true,
      secretTemplate: true,
      since: '0.9.6',
      uses: 45,
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
      keys: ['td>', 'query'],
      text: 'SQL is needed: a file or {data: ...} after td>, or query.',
    },
    {
      kind: 'exclusive', // TdOperatorFactory.java:123
      keys: ['insert_into', 'create_table'],
      text: 'insert_into and create_table exclude each other.',
    },
    {
      kind: 'exclusive', // TdOperatorFactory.java:137
      keys: ['download_file', 'insert_into|create_table'],
      text: 'download_file cannot go with insert_into or create_table.',
    },
    {
      kind: 'requires', // TdOperatorFactory.java:146
      keys: ['result_settings', 'result_connection'],
      text: 'result_settings needs result_connection.',
    },
    {
      kind: 'format', // TdOperatorFactory.java:227
      keys: ['engine'],
      text: 'engine must be presto or hive.',
    },
  ],
  sections: [
    {
      path: ['td'], // TdOperatorFactory.java:116
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
    {
      name: '(any)', // TdOperatorFactory.java:127
      meaning: '${secret:name} is replaced in result_url and result_settings.',
    },
  ],
  outputs: [tdLastJobIdOutput, tdLastJobIdOutputTdPartialDelete, tdLastJobNumRecordsOutput, tdLastResultsOutput],
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
    { kind: 'write', value: 'download_file', resolve: 'workdir' },
  ],
  notes: [
    'A text after the operator is always a file name; SQL in place goes into {data: ...} or query.',
    'A comment line -- DIGDAG_INSERT_LINE in the SQL marks where the INSERT or CREATE statement of insert_into or create_table goes; else it goes after the leading comments.',
    'Digdag puts comment lines with project, workflow, session and task name in front of the query.',
    'The parameter apikey is gone since 0.8.15; only the secret td.apikey counts.',
  ],
  example:
    '_export:\n  td: {database: www_access, engine: presto}\n+daily:\n  td>: queries/daily.sql\n  create_table: daily_${session_date_compact}\n  day: ${session_date}',
  documentation: 'operators/td',
  uses: 589,
};
