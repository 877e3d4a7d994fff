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

/** td_table_export>: facts from TdTableExportOperatorFactory.java of Digdag 0.10. */
export const tdTableExportOperator: Operator = {
  name: 'td_table_export',
  summary: 'Exports a table of Treasure Data to Amazon S3.',
  command: {
    type: ['nothing'], // TdTableExportOperatorFactory.java:65
    meaning: 'Stays empty; a value is ignored, also parameters that are indented below it by mistake.',
  },
  parameters: [
    {
      name: 'table', // TdTableExportOperatorFactory.java:66
      type: ['string'],
      meaning: 'Table (or database.table) to export.',
      required: true,
      uses: 1,
    },
    {
      name: 'file_format', // TdTableExportOperatorFactory.java:68
      type: ['string'],
      meaning: 'Format of the files.',
      required: true,
      enum: ['tsv.gz', 'jsonl.gz', 'json.gz', 'line-json.gz'],
      enumChecked: true,
      notes: ['json.gz and line-json.gz are kept for old workflows.'],
      uses: 1,
    },
    {
      name: 'from', // TdTableExportOperatorFactory.java:86
      type: ['timestamp'],
      meaning: 'Start of the time range, included.',
      required: true,
      format: 'seconds since 1970, or yyyy-MM-dd HH:mm:ss[ Z]',
      uses: 1,
    },
    {
      name: 'to', // TdTableExportOperatorFactory.java:87
      type: ['timestamp'],
      meaning: 'End of the time range, not included.',
      required: true,
      format: 'seconds since 1970, or yyyy-MM-dd HH:mm:ss[ Z]',
      uses: 1,
    },
    {
      name: 's3_bucket', // TdTableExportOperatorFactory.java:91
      type: ['string'],
      meaning: 'Bucket to write to.',
      required: true,
      uses: 1,
    },
    {
      name: 's3_path_prefix', // TdTableExportOperatorFactory.java:92
      type: ['string'],
      meaning: 'Start of the object names.',
      required: true,
      uses: 1,
    },
    {
      name: 'hive_pool_name', // TdTableExportOperatorFactory.java:93
      type: ['string'],
      meaning: 'Resource pool for the export job.',
      undocumented: true,
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
      path: ['td'], // TdTableExportOperatorFactory.java:63
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
      name: 'aws.s3.access_key_id', // TdTableExportOperatorFactory.java:89
      meaning: 'AWS key for S3; else aws.access_key_id.',
      required: true,
      fallback: ['aws.access_key_id'],
    },
    {
      name: 'aws.s3.secret_access_key', // TdTableExportOperatorFactory.java:90
      meaning: 'AWS secret key for S3; else aws.secret_access_key.',
      required: true,
      fallback: ['aws.secret_access_key'],
    },
  ],
  outputs: [tdLastJobIdOutput, tdLastJobIdOutputTdPartialDelete, tdLastJobNumRecordsOutput],
  since: '0.2.7',
  changes: [
    { version: '0.8.16', change: 'AWS keys only as secrets.' },
    { version: '0.9.11', change: 'jsonl.gz.' },
  ],
  notes: [
    'A time without offset counts in the time zone of the workflow. Date and time are separated by a space here, by T for td_partial_delete>.',
    'The documentation says that only buckets in us-east can be used.',
  ],
  example:
    '_export:\n  td: {database: raw, file_format: jsonl.gz, s3_bucket: my-backup}\n+backup:\n  td_table_export>:\n  table: access_log\n  from: 2026-01-01 00:00:00\n  to: 2026-02-01 00:00:00\n  s3_path_prefix: raw/access_log',
  documentation: 'operators/td_table_export',
  uses: 1,
};
