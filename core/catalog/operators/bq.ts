import type { Operator } from '../types.ts';
import {
  bqLastJobIdOutput,
  bqLastJobidOutput,
  bqSection,
  gcpCredentialSecret,
  gcpProjectSecret,
  location,
} from './shared/googleCloud.ts';

/** bq>: facts from BqOperatorFactory.java of Digdag 0.10. */
export const bqOperator: Operator = {
  name: 'bq',
  summary: 'Runs a query on Google BigQuery.',
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
      name: 'query', // BqOperatorFactory.java:59
      type: ['string'],
      meaning: 'SQL text given in place; used when nothing stands after bq>.',
      undocumented: true,
    },
    {
      name: 'dataset', // BqOperatorFactory.java:83
      type: ['string'],
      meaning: 'Default dataset, or project:dataset.',
      uses: 2,
    },
    {
      name: 'destination_table', // BqOperatorFactory.java:87
      type: ['string'],
      meaning: 'Table that gets the result.',
      notes: [
        'Form of a table: [project:][dataset.]table, where table is letters, digits and _ with an optional $YYYYMMDD.',
      ],
      uses: 1,
    },
    {
      name: 'create_disposition', // BqOperatorFactory.java:72
      type: ['string'],
      meaning: 'Whether a missing target table is made.',
      default: 'CREATE_IF_NEEDED',
      enum: ['CREATE_IF_NEEDED', 'CREATE_NEVER'],
    },
    {
      name: 'write_disposition', // BqOperatorFactory.java:73
      type: ['string'],
      meaning: 'What happens to rows that the target table has already.',
      default: 'WRITE_EMPTY',
      enum: ['WRITE_TRUNCATE', 'WRITE_APPEND', 'WRITE_EMPTY'],
    },
    {
      name: 'priority', // BqOperatorFactory.java:76
      type: ['string'],
      meaning: 'Priority of the query.',
      default: 'INTERACTIVE',
      enum: ['INTERACTIVE', 'BATCH'],
    },
    {
      name: 'use_query_cache', // BqOperatorFactory.java:71
      type: ['boolean'],
      meaning: 'Uses cached results.',
      default: true,
    },
    {
      name: 'use_legacy_sql', // BqOperatorFactory.java:68
      type: ['boolean'],
      meaning: 'Uses the legacy SQL dialect.',
      default: false,
    },
    {
      name: 'allow_large_results', // BqOperatorFactory.java:70
      type: ['boolean'],
      meaning: 'Allows results of any size; for legacy SQL with destination_table.',
    },
    {
      name: 'flatten_results', // BqOperatorFactory.java:74
      type: ['boolean'],
      meaning: 'Flattens nested fields; for legacy SQL.',
      default: true,
    },
    {
      name: 'maximum_billing_tier', // BqOperatorFactory.java:75
      type: ['integer'],
      meaning: 'Highest billing tier.',
    },
    {
      name: 'table_definitions', // BqOperatorFactory.java:78
      type: ['map<string,map>'],
      meaning: 'External tables of the query, in the form of the BigQuery API.',
    },
    {
      name: 'user_defined_function_resources', // BqOperatorFactory.java:80
      type: ['list<map>'],
      meaning: 'User-defined functions, in the form of the BigQuery API.',
    },
    location,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // Workspace.java:188
      keys: ['bq>', 'query'],
      text: 'SQL is needed: a file or {data: ...} after bq>, or query.',
    },
    {
      kind: 'format', // Bq.java:37
      keys: ['destination_table', 'dataset'],
      text: 'destination_table needs a dataset, in itself or in dataset.',
    },
  ],
  sections: [bqSection],
  secrets: [gcpCredentialSecret, gcpProjectSecret],
  outputs: [bqLastJobIdOutput, bqLastJobidOutput],
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
  since: '0.8.18',
  notes: [
    'A text after the operator is always a file name; SQL in place goes into {data: ...} or query.',
    'Standard SQL is the default here, unlike in the BigQuery API.',
  ],
  example:
    '_export:\n  bq: {dataset: mart}\n+daily:\n  bq>: queries/daily.sql\n  destination_table: daily$${session_date_compact}\n  write_disposition: WRITE_TRUNCATE',
  documentation: 'operators/bq',
  uses: 3,
};
