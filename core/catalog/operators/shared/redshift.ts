import type { Parameter, Secret } from '../../types.ts';

export const host: Parameter = {
  name: 'host', // RedshiftConnectionConfig.java:24
  type: ['string'],
  meaning: 'Host name or address of the database server.',
  required: true,
  secret: 'aws.redshift.host',
  uses: 20,
};

export const port: Parameter = {
  name: 'port', // RedshiftConnectionConfig.java:25
  type: ['integer'],
  meaning: 'TCP port of the database server.',
  default: 5439,
  secret: 'aws.redshift.port',
};

export const database: Parameter = {
  name: 'database', // RedshiftConnectionConfig.java:28
  type: ['string'],
  meaning: 'Database to connect to.',
  required: true,
  secret: 'aws.redshift.database',
  uses: 20,
};

export const user: Parameter = {
  name: 'user', // RedshiftConnectionConfig.java:26
  type: ['string'],
  meaning: 'User to connect as.',
  required: true,
  secret: 'aws.redshift.user',
  uses: 20,
};

export const ssl: Parameter = {
  name: 'ssl', // RedshiftConnectionConfig.java:29
  type: ['boolean'],
  meaning: 'Encrypts the connection (the certificate is not verified).',
  default: false,
  secret: 'aws.redshift.ssl',
};

export const schema: Parameter = {
  name: 'schema', // RedshiftConnectionConfig.java:32
  type: ['string'],
  meaning: 'Schema that unqualified names refer to (search path).',
  secret: 'aws.redshift.schema',
  notes: ["Unset means the server's own search path, usually public."],
  uses: 2,
};

export const statusTable: Parameter = {
  name: 'status_table', // AbstractJdbcOperator.java:67
  type: ['string'],
  meaning: 'Prefix of the names of the status tables.',
  default: '__digdag_status',
  when: 'strict_transaction: true',
};

export const tempCredentials: Parameter = {
  name: 'temp_credentials', // BaseRedshiftLoadOperator.java:111
  type: ['boolean'],
  meaning:
    'Asks AWS for temporary keys (assumed role or federation token) instead of handing the given keys to Redshift.',
  default: true,
  uses: 2,
};

export const sessionDuration: Parameter = {
  name: 'session_duration', // BaseRedshiftLoadOperator.java:131
  type: ['integer'],
  meaning: 'Life of the temporary keys in seconds.',
  default: 10800,
  when: 'temp_credentials: true',
  uses: 1,
};

export const connectTimeout: Parameter = {
  name: 'connect_timeout', // RedshiftConnectionConfig.java:30
  type: ['duration'],
  meaning: 'How long to wait for the connection.',
  default: '30s',
  undocumented: true,
};

export const socketTimeout: Parameter = {
  name: 'socket_timeout', // RedshiftConnectionConfig.java:31
  type: ['duration'],
  meaning: 'How long to wait for data on an open connection.',
  default: '1800s',
  undocumented: true,
};

export const passwordOverride: Parameter = {
  name: 'password_override', // AbstractJdbcConnectionConfig.java:18
  type: ['string'],
  meaning: 'Name of another secret below aws.redshift that holds the password to use.',
  since: '0.9.28',
  undocumented: true,
  notes: ['The named secret must exist; otherwise the task fails.'],
};

export const awsRedshiftPasswordSecret: Secret = {
  name: 'aws.redshift.password', // AbstractJdbcConnectionConfig.java:24
  meaning: 'Password of the database user.',
};

export const awsRedshiftHostSecret: Secret = {
  name: 'aws.redshift.host', // RedshiftConnectionConfig.java:24
  meaning: 'Replaces host.',
};

export const awsRedshiftPortSecret: Secret = {
  name: 'aws.redshift.port', // RedshiftConnectionConfig.java:25
  meaning: 'Replaces port.',
};

export const awsRedshiftUserSecret: Secret = {
  name: 'aws.redshift.user', // RedshiftConnectionConfig.java:26
  meaning: 'Replaces user.',
};

export const awsRedshiftDatabaseSecret: Secret = {
  name: 'aws.redshift.database', // RedshiftConnectionConfig.java:28
  meaning: 'Replaces database.',
};

export const awsRedshiftSslSecret: Secret = {
  name: 'aws.redshift.ssl', // RedshiftConnectionConfig.java:29
  meaning: 'true or false, replaces ssl.',
};

export const awsRedshiftSchemaSecret: Secret = {
  name: 'aws.redshift.schema', // RedshiftConnectionConfig.java:32
  meaning: 'Replaces schema.',
};

export const roleSessionNameSecret: Secret = {
  name: 'role_session_name', // BaseRedshiftLoadOperator.java:125
  meaning: 'Session name for the assumed role; read without any prefix.',
};
