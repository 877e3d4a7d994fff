import type { Operator } from '../types.ts';
import {
  createTable,
  downloadFile,
  insertInto,
  query,
  statusTableSchema,
  storeLastResults,
  strictTransaction,
} from './shared/jdbc.ts';
import {
  awsRedshiftDatabaseSecret,
  awsRedshiftHostSecret,
  awsRedshiftPasswordSecret,
  awsRedshiftPortSecret,
  awsRedshiftSchemaSecret,
  awsRedshiftSslSecret,
  awsRedshiftUserSecret,
  database,
  host,
  port,
  schema,
  ssl,
  statusTable,
  user,
} from './shared/redshift.ts';

/** redshift>: facts from RedshiftOperatorFactory.java of Digdag 0.10. */
export const redshiftOperator: Operator = {
  name: 'redshift',
  summary: 'Runs SQL on Amazon Redshift.',
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
    query,
    createTable,
    insertInto,
    downloadFile,
    storeLastResults,
    host,
    port,
    database,
    user,
    ssl,
    schema,
    {
      name: 'connect_timeout', // RedshiftConnectionConfig.java:30
      type: ['duration'],
      meaning: 'How long to wait for the connection.',
      default: '30s',
    },
    {
      name: 'socket_timeout', // RedshiftConnectionConfig.java:31
      type: ['duration'],
      meaning: 'How long to wait for data on an open connection.',
      default: '1800s',
    },
    {
      name: 'password_override', // AbstractJdbcConnectionConfig.java:18
      type: ['string'],
      meaning: 'Name of another secret below aws.redshift that holds the password to use.',
      since: '0.9.28',
      notes: ['The named secret must exist; otherwise the task fails.'],
      uses: 1,
    },
    strictTransaction,
    statusTable,
    statusTableSchema,
    {
      name: 'status_table_cleanup', // AbstractJdbcOperator.java:69
      type: ['duration'],
      meaning: 'Age at which finished entries of the status table are removed.',
      default: '24h',
      when: 'strict_transaction: true',
      uses: 1,
    },
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // Workspace.java:188
      keys: ['redshift>', 'query'],
      text: 'SQL is needed: a file or {data: ...} after redshift>, or query.',
    },
    {
      kind: 'exclusive', // AbstractJdbcJobOperator.java:65
      keys: ['insert_into', 'create_table'],
      text: 'insert_into and create_table exclude each other.',
    },
    {
      kind: 'exclusive', // AbstractJdbcJobOperator.java:70
      keys: ['download_file', 'insert_into|create_table'],
      text: 'download_file cannot go with insert_into or create_table.',
    },
    {
      kind: 'exclusive', // AbstractJdbcJobOperator.java:75
      keys: ['store_last_results', 'insert_into|create_table'],
      text: 'store_last_results cannot go with insert_into or create_table.',
    },
    {
      kind: 'exclusive', // AbstractJdbcJobOperator.java:78
      keys: ['download_file', 'store_last_results'],
      text: 'download_file and store_last_results exclude each other.',
    },
    {
      kind: 'format', // AbstractJdbcJobOperator.java:179
      keys: ['download_file', 'store_last_results'],
      text: 'With download_file or store_last_results the SQL must only read.',
    },
  ],
  sections: [
    {
      path: ['redshift'], // AbstractJdbcOperator.java:60
      meaning: 'Any parameter may be given once under `_export: redshift:`.',
    },
  ],
  secrets: [
    awsRedshiftPasswordSecret,
    awsRedshiftHostSecret,
    awsRedshiftPortSecret,
    awsRedshiftUserSecret,
    awsRedshiftDatabaseSecret,
    awsRedshiftSslSecret,
    awsRedshiftSchemaSecret,
  ],
  outputs: [
    {
      name: 'redshift.last_results', // AbstractJdbcJobOperator.java:251
      type: ['map', 'list<map>'],
      meaning: 'First row (first) or all rows (all) of the result; only with store_last_results.',
      since: '0.9.18',
    },
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
    { kind: 'write', value: 'download_file', resolve: 'workdir' },
  ],
  since: '0.9.2',
  notes: [
    'A text after the operator is always a file name; SQL in place goes into {data: ...} or query.',
    'Each run makes a status table of its own (prefix plus a random id); old ones are dropped after status_table_cleanup.',
  ],
  example:
    '_export:\n  redshift: {host: dw.example.com, database: dw, user: etl, ssl: true}\n+sum:\n  redshift>: queries/sum.sql\n  insert_into: sums',
  documentation: 'operators/redshift',
  uses: 7,
};
