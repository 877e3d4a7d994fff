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
  tdProxyEnabledSecret,
  tdProxyHostSecret,
  tdProxyPasswordSecret,
  tdProxyPortSecret,
  tdProxyUserSecret,
  tdUseSslSecret,
  useSsl,
} from './shared/treasureData.ts';

/** td_for_each>: facts from TdForEachOperatorFactory.java of Digdag 0.10. */
export const tdForEachOperator: Operator = {
  name: 'td_for_each',
  summary: 'Runs subtasks once for every row of a query result.',
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
      name: '_do', // TdForEachOperatorFactory.java:91
      type: ['tasks'],
      meaning: 'Tasks to run for each row.',
      required: true,
      template: 'not evaluated here; every ${...} inside is evaluated when the generated task runs',
      notes: ['Must be a map; the list form that +tasks allow is refused here.'],
      uses: 21,
    },
    {
      name: '_parallel', // ParallelControl.java:9
      type: ['boolean', 'map'],
      meaning: 'Runs the generated subtasks at the same time; {limit: N} runs them in batches of N.',
      default: false,
      template: '${...} is allowed here as the whole value (true or false), unlike on a plain group',
      since: '0.10.0 for {limit: N}',
      parameters: [
        {
          name: 'limit', // ParallelControl.java:38
          type: ['integer'],
          meaning: 'Size of a batch; a batch starts when the one before has finished. 0 or less means no limit.',
          required: true,
          undocumented: true,
        },
      ],
      uses: 2,
    },
    {
      name: 'query', // TdForEachOperatorFactory.java:86
      type: ['string'],
      meaning: 'SQL text given in place; used when nothing stands after the operator.',
      notes: ['Evaluated for ${...} once, like any parameter; it is not read as a template a second time.'],
    },
    {
      name: 'engine', // TdForEachOperatorFactory.java:89
      type: ['string'],
      meaning: 'Query engine that runs the SQL.',
      default: 'presto',
      enum: ['presto', 'hive'],
      enumChecked: true,
      notes: ['Any other word, trino too, is a configuration error.'],
    },
    {
      name: 'priority', // TdForEachOperatorFactory.java:87
      type: ['integer'],
      meaning: 'Job priority from -2 (very low) to 2 (very high).',
      default: 0,
      min: -2,
      max: 2,
      notes: ['A number outside -2..2 silently counts as 0 (td-client Priority.fromInt).'],
    },
    {
      name: 'job_retry', // TdForEachOperatorFactory.java:88
      type: ['integer'],
      meaning: 'How often Treasure Data itself retries the failed job.',
      default: 0,
    },
    prestoPoolName,
    hivePoolName,
    {
      name: 'engine_version', // TdForEachOperatorFactory.java:92
      type: ['string'],
      meaning: 'Version label of the engine, for instance stable; passed on unchecked.',
      since: '0.9.35',
    },
    {
      name: 'hive_engine_version', // TdForEachOperatorFactory.java:93
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
      keys: ['td_for_each>', 'query'],
      text: 'SQL is needed: a file or {data: ...} after td_for_each>, or query.',
    },
    {
      kind: 'limit', // TdForEachOperatorFactory.java:160
      keys: ['td_for_each>'],
      text: 'More rows than the task limit of the server (1000 by default) is an error.',
    },
    {
      kind: 'format', // TdForEachOperatorFactory.java:121
      keys: ['engine'],
      text: 'engine must be presto or hive.',
    },
  ],
  sections: [
    {
      path: ['td'], // TdForEachOperatorFactory.java:85
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
  subtasks: { reads: ['_do'], generated: '^sub+td-for-each-0, ...', exports: ['td.each.<column>'] },
  since: '0.8.1',
  notes: [
    'A text after the operator is always a file name; SQL in place goes into {data: ...} or query.',
    'Columns may be text, numbers, booleans or NULL (${td.each.x} is then empty); arrays and maps are an error.',
  ],
  example:
    '+users:\n  td_for_each>: queries/users.sql\n  database: crm\n  _do:\n    echo>: ${td.each.name} has ${td.each.points} points',
  documentation: 'operators/td_for_each',
  uses: 21,
};
