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

/** redshift_load>: facts from RedshiftLoadOperatorFactory.java of Digdag 0.10. */
export const redshiftLoadOperator: Operator = {
  name: 'redshift_load',
  summary: 'Loads data into Redshift with a COPY statement.',
  command: {
    type: ['nothing'], // RedshiftLoadOperatorFactory.java:157
    meaning: 'Stays empty; a value is ignored, also parameters that are indented below it by mistake.',
  },
  parameters: [
    {
      name: 'table', // RedshiftLoadOperatorFactory.java:157
      type: ['string'],
      meaning: 'Table to load into.',
      required: true,
      uses: 13,
    },
    {
      name: 'from', // RedshiftLoadOperatorFactory.java:91
      type: ['string'],
      meaning: 'Source address: s3://bucket/prefix, dynamodb://table or emr://cluster.',
      required: true,
      uses: 13,
    },
    {
      name: 'column_list', // RedshiftLoadOperatorFactory.java:158
      type: ['string'],
      meaning: 'Columns to load; read but never put into the COPY statement.',
      undocumented: true,
      notes: ['Has no effect in the code.'],
      uses: 1,
    },
    {
      name: 'readratio', // RedshiftLoadOperatorFactory.java:160
      type: ['integer'],
      meaning: 'READRATIO: share of the DynamoDB throughput to use.',
      uses: 1,
    },
    {
      name: 'manifest', // RedshiftLoadOperatorFactory.java:94
      type: ['boolean'],
      meaning: 'MANIFEST: from names a manifest file on S3.',
      uses: 1,
    },
    {
      name: 'encrypted', // RedshiftLoadOperatorFactory.java:162
      type: ['boolean'],
      meaning: 'ENCRYPTED: the files are encrypted on the client side.',
    },
    {
      name: 'region', // RedshiftLoadOperatorFactory.java:163
      type: ['string'],
      meaning: 'REGION: AWS region of the source.',
      uses: 1,
    },
    {
      name: 'csv', // RedshiftLoadOperatorFactory.java:165
      type: ['string'],
      meaning: 'CSV format; the text is the quote character, the empty text means the default one.',
      notes: ["csv: true would use the text true as quote character; write csv: ''."],
      uses: 7,
    },
    {
      name: 'delimiter', // RedshiftLoadOperatorFactory.java:166
      type: ['string'],
      meaning: 'DELIMITER: character between fields.',
      uses: 7,
    },
    {
      name: 'fixedwidth', // RedshiftLoadOperatorFactory.java:167
      type: ['string'],
      meaning: 'FIXEDWIDTH: column widths, name:width,...',
      uses: 1,
    },
    {
      name: 'json', // RedshiftLoadOperatorFactory.java:92
      type: ['string'],
      meaning: 'JSON format: auto or the address of a jsonpaths file.',
      uses: 2,
    },
    {
      name: 'avro', // RedshiftLoadOperatorFactory.java:93
      type: ['string'],
      meaning: 'AVRO format: auto or the address of a paths file.',
      uses: 2,
    },
    {
      name: 'gzip', // RedshiftLoadOperatorFactory.java:170
      type: ['boolean'],
      meaning: 'GZIP: the files are compressed with gzip.',
    },
    {
      name: 'bzip2', // RedshiftLoadOperatorFactory.java:171
      type: ['boolean'],
      meaning: 'BZIP2: the files are compressed with bzip2.',
    },
    {
      name: 'lzop', // RedshiftLoadOperatorFactory.java:172
      type: ['boolean'],
      meaning: 'LZOP: the files are compressed with lzop.',
    },
    {
      name: 'acceptanydate', // RedshiftLoadOperatorFactory.java:174
      type: ['boolean'],
      meaning: 'ACCEPTANYDATE: loads odd dates as NULL.',
      uses: 1,
    },
    {
      name: 'acceptinvchars', // RedshiftLoadOperatorFactory.java:175
      type: ['string'],
      meaning: 'ACCEPTINVCHARS: replaces invalid UTF-8 by this character.',
      uses: 1,
    },
    {
      name: 'blanksasnull', // RedshiftLoadOperatorFactory.java:176
      type: ['boolean'],
      meaning: 'BLANKSASNULL: loads blank fields as NULL.',
      uses: 1,
    },
    {
      name: 'dateformat', // RedshiftLoadOperatorFactory.java:177
      type: ['string'],
      meaning: 'DATEFORMAT of the files.',
      uses: 1,
    },
    {
      name: 'emptyasnull', // RedshiftLoadOperatorFactory.java:178
      type: ['boolean'],
      meaning: 'EMPTYASNULL: loads empty fields as NULL.',
      uses: 1,
    },
    {
      name: 'encoding', // RedshiftLoadOperatorFactory.java:179
      type: ['string'],
      meaning: 'ENCODING of the files, such as UTF8.',
      uses: 1,
    },
    {
      name: 'escape', // RedshiftLoadOperatorFactory.java:180
      type: ['boolean'],
      meaning: 'ESCAPE: a backslash escapes the next character.',
      uses: 1,
    },
    {
      name: 'explicit_ids', // RedshiftLoadOperatorFactory.java:181
      type: ['boolean'],
      meaning: 'EXPLICIT_IDS: identity columns come from the files.',
      uses: 1,
    },
    {
      name: 'fillrecord', // RedshiftLoadOperatorFactory.java:182
      type: ['boolean'],
      meaning: 'FILLRECORD: missing fields at the end become NULL.',
      uses: 1,
    },
    {
      name: 'ignoreblanklines', // RedshiftLoadOperatorFactory.java:183
      type: ['boolean'],
      meaning: 'IGNOREBLANKLINES: skips blank lines.',
      uses: 1,
    },
    {
      name: 'ignoreheader', // RedshiftLoadOperatorFactory.java:184
      type: ['integer'],
      meaning: 'IGNOREHEADER: number of lines to skip at the top.',
    },
    {
      name: 'null_as', // RedshiftLoadOperatorFactory.java:185
      type: ['string'],
      meaning: 'NULL AS: text that stands for NULL.',
      uses: 1,
    },
    {
      name: 'removequotes', // RedshiftLoadOperatorFactory.java:186
      type: ['boolean'],
      meaning: 'REMOVEQUOTES: strips quotes around values.',
      uses: 1,
    },
    {
      name: 'roundec', // RedshiftLoadOperatorFactory.java:187
      type: ['boolean'],
      meaning: 'ROUNDEC: rounds numbers instead of cutting them.',
      uses: 1,
    },
    {
      name: 'timeformat', // RedshiftLoadOperatorFactory.java:188
      type: ['string'],
      meaning: 'TIMEFORMAT of the files.',
      uses: 1,
    },
    {
      name: 'trimblanks', // RedshiftLoadOperatorFactory.java:189
      type: ['boolean'],
      meaning: 'TRIMBLANKS: strips blanks at the end of texts.',
      uses: 1,
    },
    {
      name: 'truncatecolumns', // RedshiftLoadOperatorFactory.java:190
      type: ['boolean'],
      meaning: 'TRUNCATECOLUMNS: cuts texts to the column width.',
      uses: 1,
    },
    {
      name: 'comprows', // RedshiftLoadOperatorFactory.java:191
      type: ['integer'],
      meaning: 'COMPROWS: rows to sample for compression analysis.',
      uses: 1,
    },
    {
      name: 'compupdate', // RedshiftLoadOperatorFactory.java:192
      type: ['string'],
      meaning: 'COMPUPDATE: whether compression is chosen anew.',
      enum: ['ON', 'OFF', 'TRUE', 'FALSE'],
      enumChecked: true,
      notes: ['Upper and lower case are the same; an unquoted true or false works too.'],
      uses: 1,
    },
    {
      name: 'maxerror', // RedshiftLoadOperatorFactory.java:193
      type: ['integer'],
      meaning: 'MAXERROR: number of errors to accept.',
      uses: 1,
    },
    {
      name: 'noload', // RedshiftLoadOperatorFactory.java:194
      type: ['boolean'],
      meaning: 'NOLOAD: only checks the files.',
      uses: 1,
    },
    {
      name: 'statupdate', // RedshiftLoadOperatorFactory.java:195
      type: ['string'],
      meaning: 'STATUPDATE: whether statistics are updated.',
      enum: ['ON', 'OFF', 'TRUE', 'FALSE'],
      enumChecked: true,
      notes: ['Upper and lower case are the same; an unquoted true or false works too.'],
      uses: 1,
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
      kind: 'exclusive', // RedshiftConnection.java:483
      keys: ['csv', 'fixedwidth|removequotes|escape'],
      text: 'csv cannot go with fixedwidth, removequotes or escape.',
    },
    {
      kind: 'exclusive', // RedshiftConnection.java:488
      keys: ['delimiter', 'fixedwidth'],
      text: 'delimiter and fixedwidth exclude each other.',
    },
    {
      kind: 'exclusive', // RedshiftConnection.java:495
      keys: ['json', 'csv|delimiter|avro|escape|fillrecord|fixedwidth|ignoreblanklines|null_as|readratio|removequotes'],
      text: 'json cannot go with csv, delimiter, avro, escape, fillrecord, fixedwidth, ignoreblanklines, null_as, readratio or removequotes.',
    },
    {
      kind: 'exclusive', // RedshiftConnection.java:501
      keys: ['avro', 'csv|delimiter|json|fixedwidth'],
      text: 'avro cannot go with csv, delimiter, json or fixedwidth.',
    },
    {
      kind: 'format', // RedshiftLoadOperatorFactory.java:113
      keys: ['manifest', 'from'],
      text: 'With manifest: true from must be s3://bucket/key.',
    },
  ],
  sections: [
    {
      path: ['redshift_load'], // RedshiftLoadOperatorFactory.java:79
      meaning: 'Wins over redshift.',
    },
    {
      path: ['redshift'], // RedshiftLoadOperatorFactory.java:79
      meaning: 'Shared with redshift> and redshift_unload>.',
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
      name: 'aws.redshift_load.access_key_id', // BaseRedshiftLoadOperator.java:103
      meaning: 'AWS key for S3 or DynamoDB; else aws.redshift.access_key_id, else aws.access_key_id.',
      required: true,
      fallback: ['aws.redshift.access_key_id', 'aws.access_key_id'],
    },
    {
      name: 'aws.redshift_load.secret_access_key', // BaseRedshiftLoadOperator.java:104
      meaning: 'AWS secret key; same fallbacks.',
      required: true,
      fallback: ['aws.redshift.secret_access_key', 'aws.secret_access_key'],
    },
    {
      name: 'aws.redshift_load.role_arn', // BaseRedshiftLoadOperator.java:122
      meaning: 'Role to assume for the temporary keys; same fallbacks.',
      fallback: ['aws.redshift.role_arn', 'aws.role_arn'],
    },
    roleSessionNameSecret,
  ],
  since: '0.9.2',
  notes: [
    'The documentation lists role_session_name as a parameter; the code reads it as a secret of just that name.',
    'The option names are those of COPY in lower case.',
  ],
  example:
    '+load:\n  redshift_load>:\n  table: access_logs\n  from: s3://my-bucket/logs/${session_date}/\n  csv: ""\n  gzip: true\n  ignoreheader: 1',
  documentation: 'operators/redshift_load',
  uses: 13,
};
