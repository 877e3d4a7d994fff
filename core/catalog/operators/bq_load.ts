import type { Operator } from '../types.ts';
import {
  bqLastJobIdOutput,
  bqLastJobidOutput,
  bqSection,
  gcpCredentialSecret,
  gcpProjectSecret,
  location,
} from './shared/googleCloud.ts';

/** bq_load>: facts from BqLoadOperatorFactory.java of Digdag 0.10. */
export const bqLoadOperator: Operator = {
  name: 'bq_load',
  summary: 'Loads files from Google Cloud Storage into BigQuery.',
  command: {
    type: ['string', 'list<string>', 'json'], // BqLoadOperatorFactory.java:110
    meaning: 'Address gs://... or several of them.',
    required: true,
  },
  parameters: [
    {
      name: 'destination_table', // BqLoadOperatorFactory.java:84
      type: ['string'],
      meaning: 'Table to load into.',
      required: true,
      notes: [
        'Form of a table: [project:][dataset.]table, where table is letters, digits and _ with an optional $YYYYMMDD.',
      ],
      uses: 2,
    },
    {
      name: 'dataset', // BqLoadOperatorFactory.java:81
      type: ['string'],
      meaning: 'Default dataset, or project:dataset.',
    },
    {
      name: 'source_format', // BqLoadOperatorFactory.java:90
      type: ['string'],
      meaning: 'Format of the files.',
      default: 'CSV',
      enum: ['CSV', 'NEWLINE_DELIMITED_JSON', 'AVRO', 'DATASTORE_BACKUP'],
      notes: ['BigQuery may know more formats, such as PARQUET; Digdag passes any text on.'],
    },
    {
      name: 'create_disposition', // BqLoadOperatorFactory.java:87
      type: ['string'],
      meaning: 'Whether a missing target table is made.',
      default: 'CREATE_IF_NEEDED',
      enum: ['CREATE_IF_NEEDED', 'CREATE_NEVER'],
    },
    {
      name: 'write_disposition', // BqLoadOperatorFactory.java:88
      type: ['string'],
      meaning: 'What happens to rows that the target table has already.',
      default: 'WRITE_EMPTY',
      enum: ['WRITE_TRUNCATE', 'WRITE_APPEND', 'WRITE_EMPTY'],
    },
    {
      name: 'field_delimiter', // BqLoadOperatorFactory.java:91
      type: ['string'],
      meaning: 'Character between fields of CSV.',
      default: ',',
    },
    {
      name: 'skip_leading_rows', // BqLoadOperatorFactory.java:92
      type: ['integer'],
      meaning: 'Rows to skip at the top of CSV.',
      default: 0,
    },
    {
      name: 'encoding', // BqLoadOperatorFactory.java:93
      type: ['string'],
      meaning: 'Character set.',
      default: 'UTF-8',
      enum: ['UTF-8', 'ISO-8859-1'],
    },
    {
      name: 'quote', // BqLoadOperatorFactory.java:94
      type: ['string'],
      meaning: 'Quote character of CSV.',
      default: '"',
    },
    {
      name: 'max_bad_records', // BqLoadOperatorFactory.java:95
      type: ['integer'],
      meaning: 'Bad records to accept.',
      default: 0,
    },
    {
      name: 'allow_quoted_newlines', // BqLoadOperatorFactory.java:96
      type: ['boolean'],
      meaning: 'Allows line breaks inside quotes.',
      default: false,
    },
    {
      name: 'allow_jagged_rows', // BqLoadOperatorFactory.java:97
      type: ['boolean'],
      meaning: 'Allows rows that lack fields at the end.',
      default: false,
    },
    {
      name: 'ignore_unknown_values', // BqLoadOperatorFactory.java:98
      type: ['boolean'],
      meaning: 'Ignores values that the table has no column for.',
      default: false,
    },
    {
      name: 'projection_fields', // BqLoadOperatorFactory.java:99
      type: ['list<string>'],
      meaning: 'Datastore properties to load.',
    },
    {
      name: 'autodetect', // BqLoadOperatorFactory.java:100
      type: ['boolean'],
      meaning: 'Guesses the schema.',
      default: false,
    },
    {
      name: 'schema_update_options', // BqLoadOperatorFactory.java:101
      type: ['list<string>'],
      meaning: 'Schema changes to allow.',
      enum: ['ALLOW_FIELD_ADDITION', 'ALLOW_FIELD_RELAXATION'],
    },
    {
      name: 'schema', // BqLoadOperatorFactory.java:77
      type: ['map', 'string'],
      meaning: 'Schema of the table: a map in the form of the BigQuery API, or a JSON or YAML file with it.',
      since: '0.9.17',
      parameters: [
        {
          name: 'fields', // BqLoadOperatorFactory.java:120
          type: ['list<map>'],
          meaning: 'Columns with name, type and mode.',
        },
      ],
      uses: 2,
    },
    location,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
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
      value: 'schema',
      resolve: 'workdir',
      mustExist: true,
      template: true,
      extensions: ['.json', '.yml', '.yaml'],
      when: 'the value is a text',
      notes: 'Ends in .json: JSON, otherwise YAML.',
    },
  ],
  since: '0.8.18',
  notes: ['The documentation lists project; the code does not read it (put it into dataset or destination_table).'],
  example:
    '+load:\n  bq_load>: gs://my-bucket/${session_date}/*.csv.gz\n  destination_table: raw.access\n  skip_leading_rows: 1\n  schema: schemas/access.json',
  documentation: 'operators/bq_load',
  uses: 2,
};
