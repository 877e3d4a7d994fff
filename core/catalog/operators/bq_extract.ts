import type { Operator } from '../types.ts';
import {
  bqLastJobIdOutput,
  bqLastJobidOutput,
  bqSection,
  gcpCredentialSecret,
  gcpProjectSecret,
  location,
} from './shared/googleCloud.ts';

/** bq_extract>: facts from BqExtractOperatorFactory.java of Digdag 0.10. */
export const bqExtractOperator: Operator = {
  name: 'bq_extract',
  summary: 'Writes a BigQuery table to Google Cloud Storage.',
  command: {
    type: ['string'], // BqExtractOperatorFactory.java:63
    meaning:
      'Table to export. Form of a table: [project:][dataset.]table, where table is letters, digits and _ with an optional $YYYYMMDD.',
    required: true,
  },
  parameters: [
    {
      name: 'destination', // BqExtractOperatorFactory.java:55
      type: ['string', 'list<string>'],
      meaning: 'Address gs://... or several of them.',
      required: true,
      uses: 3,
    },
    {
      name: 'dataset', // BqExtractOperatorFactory.java:61
      type: ['string'],
      meaning: 'Default dataset, or project:dataset.',
    },
    {
      name: 'print_header', // BqExtractOperatorFactory.java:66
      type: ['boolean'],
      meaning: 'Writes a header line.',
      default: true,
    },
    {
      name: 'field_delimiter', // BqExtractOperatorFactory.java:67
      type: ['string'],
      meaning: 'Character between fields.',
      default: ',',
    },
    {
      name: 'destination_format', // BqExtractOperatorFactory.java:68
      type: ['string'],
      meaning: 'Format of the files.',
      default: 'CSV',
      enum: ['CSV', 'NEWLINE_DELIMITED_JSON', 'AVRO'],
    },
    {
      name: 'compression', // BqExtractOperatorFactory.java:69
      type: ['string'],
      meaning: 'Compression of the files.',
      default: 'NONE',
      enum: ['GZIP', 'NONE'],
      uses: 1,
    },
    location,
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'format', // Bq.java:37
      keys: ['bq_extract>', 'dataset'],
      text: 'The table needs a dataset, in itself or in dataset.',
    },
  ],
  sections: [bqSection],
  secrets: [gcpCredentialSecret, gcpProjectSecret],
  outputs: [bqLastJobIdOutput, bqLastJobidOutput],
  since: '0.8.18',
  example: '+export:\n  bq_extract>: mart.daily\n  destination: gs://my-bucket/daily_*.csv.gz\n  compression: GZIP',
  documentation: 'operators/bq_extract',
  uses: 3,
};
