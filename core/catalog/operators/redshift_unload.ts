import type { Operator } from '../types.ts';
import { statusTableCleanup, statusTableSchema, strictTransaction } from './shared/jdbc.ts';
import {
  awsRedshiftDatabaseSecret,
  awsRedshiftHostSecret,
  awsRedshiftPasswordSecret,
  awsRedshiftPortSecret,
  awsRedshiftSchemaSecret,
  awsRedshiftSslSecret,
  awsRedshiftUserSecret,
  connectTimeout,
  database,
  host,
  passwordOverride,
  port,
  roleSessionNameSecret,
  schema,
  sessionDuration,
  socketTimeout,
  ssl,
  statusTable,
  tempCredentials,
  user,
} from './shared/redshift.ts';

/** redshift_unload>: facts from RedshiftUnloadOperatorFactory.java of Digdag 0.10. */
export const redshiftUnloadOperator: Operator = {
  name: 'redshift_unload',
  summary: 'Writes the result of a query from Redshift to S3 with an UNLOAD statement.',
  command: {
    type: ['nothing'], // RedshiftUnloadOperatorFactory.java:132
    meaning: 'Stays empty; a value is ignored, also parameters that are indented below it by mistake.',
  },
  parameters: [
    {
      name: 'query', // RedshiftUnloadOperatorFactory.java:132
      type: ['string'],
      meaning: 'The SELECT statement, in place; files are not supported here.',
      required: true,
      uses: 3,
    },
    {
      name: 'to', // RedshiftUnloadOperatorFactory.java:94
      type: ['string'],
      meaning: 'Target address s3://bucket/prefix; Digdag adds a random id below it.',
      required: true,
      uses: 3,
    },
    {
      name: 'manifest', // RedshiftUnloadOperatorFactory.java:134
      type: ['boolean'],
      meaning: 'MANIFEST: also writes a manifest file.',
      uses: 1,
    },
    {
      name: 'encrypted', // RedshiftUnloadOperatorFactory.java:135
      type: ['boolean'],
      meaning: 'ENCRYPTED: encrypts the files.',
    },
    {
      name: 'allowoverwrite', // RedshiftUnloadOperatorFactory.java:136
      type: ['boolean'],
      meaning: 'ALLOWOVERWRITE: replaces files of the same name.',
    },
    {
      name: 'delimiter', // RedshiftUnloadOperatorFactory.java:137
      type: ['string'],
      meaning: 'DELIMITER: character between fields.',
    },
    {
      name: 'fixedwidth', // RedshiftUnloadOperatorFactory.java:138
      type: ['string'],
      meaning: 'FIXEDWIDTH: column widths, name:width,...',
      notes: ['The documentation calls it a BOOLEAN; it is a text.'],
    },
    {
      name: 'gzip', // RedshiftUnloadOperatorFactory.java:139
      type: ['boolean'],
      meaning: 'GZIP: compresses the files with gzip.',
    },
    {
      name: 'bzip2', // RedshiftUnloadOperatorFactory.java:140
      type: ['boolean'],
      meaning: 'BZIP2: compresses the files with bzip2.',
    },
    {
      name: 'null_as', // RedshiftUnloadOperatorFactory.java:141
      type: ['string'],
      meaning: 'NULL AS: text that stands for NULL.',
      notes: ['The documentation calls it a BOOLEAN; it is a text.'],
    },
    {
      name: 'escape', // RedshiftUnloadOperatorFactory.java:142
      type: ['boolean'],
      meaning: 'ESCAPE: escapes special characters with a backslash.',
    },
    {
      name: 'addquotes', // RedshiftUnloadOperatorFactory.java:143
      type: ['boolean'],
      meaning: 'ADDQUOTES: quotes every field.',
    },
    {
      name: 'parallel', // RedshiftUnloadOperatorFactory.java:144
      type: ['string'],
      meaning: 'PARALLEL: whether several files are written at once.',
      enum: ['ON', 'OFF', 'TRUE', 'FALSE'],
      enumChecked: true,
      notes: ['Upper and lower case are the same; an unquoted true or false works too.'],
    },
    tempCredentials,
    sessionDuration,
    host,
    port,
    database,
    user,
    ssl,
    schema,
    connectTimeout,
    socketTimeout,
    passwordOverride,
    strictTransaction,
    statusTable,
    statusTableSchema,
    statusTableCleanup,
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'format', // RedshiftConnection.java:569
      keys: ['to'],
      text: 'to must start with s3:// and name a bucket and a prefix.',
    },
  ],
  sections: [
    {
      path: ['redshift_unload'], // RedshiftUnloadOperatorFactory.java:76
      meaning: 'Wins over redshift.',
    },
    {
      path: ['redshift'], // RedshiftUnloadOperatorFactory.java:76
      meaning: 'Shared with redshift> and redshift_load>.',
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
    {
      name: 'aws.redshift_unload.access_key_id', // BaseRedshiftLoadOperator.java:103
      meaning: 'AWS key for S3 or DynamoDB; else aws.redshift.access_key_id, else aws.access_key_id.',
      required: true,
      fallback: ['aws.redshift.access_key_id', 'aws.access_key_id'],
    },
    {
      name: 'aws.redshift_unload.secret_access_key', // BaseRedshiftLoadOperator.java:104
      meaning: 'AWS secret key; same fallbacks.',
      required: true,
      fallback: ['aws.redshift.secret_access_key', 'aws.secret_access_key'],
    },
    {
      name: 'aws.redshift_unload.role_arn', // BaseRedshiftLoadOperator.java:122
      meaning: 'Role to assume for the temporary keys; same fallbacks.',
      fallback: ['aws.redshift.role_arn', 'aws.role_arn'],
    },
    roleSessionNameSecret,
  ],
  since: '0.9.2',
  notes: [
    'Before the run Digdag deletes everything on S3 below its own random prefix.',
    'The documentation names the secret aws.redshift_load.role_arn here; the code reads aws.redshift_unload.role_arn.',
  ],
  example:
    "+unload:\n  redshift_unload>:\n  query: select * from sums where day = '${session_date}'\n  to: s3://my-bucket/sums/${session_date}\n  gzip: true\n  parallel: OFF",
  documentation: 'operators/redshift_unload',
  uses: 3,
};
