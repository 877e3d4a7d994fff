import type { Operator } from '../types.ts';
import {
  createTable,
  downloadFile,
  insertInto,
  query,
  statusTableCleanup,
  statusTableSchema,
  storeLastResults,
  strictTransaction,
} from './shared/jdbc.ts';

/** pg>: facts from PgOperatorFactory.java of Digdag 0.10. */
export const pgOperator: Operator = {
  name: 'pg',
  summary: 'Runs SQL on PostgreSQL.',
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
    {
      name: 'host', // PgConnectionConfig.java:24
      type: ['string'],
      meaning: 'Host name or address of the database server.',
      required: true,
      secret: 'pg.host',
      uses: 8,
    },
    {
      name: 'port', // PgConnectionConfig.java:25
      type: ['integer'],
      meaning: 'TCP port of the database server.',
      default: 5432,
      secret: 'pg.port',
    },
    {
      name: 'database', // PgConnectionConfig.java:28
      type: ['string'],
      meaning: 'Database to connect to.',
      required: true,
      secret: 'pg.database',
      uses: 8,
    },
    {
      name: 'user', // PgConnectionConfig.java:26
      type: ['string'],
      meaning: 'User to connect as.',
      required: true,
      secret: 'pg.user',
      uses: 8,
    },
    {
      name: 'ssl', // PgConnectionConfig.java:29
      type: ['boolean'],
      meaning: 'Encrypts the connection (the certificate is not verified).',
      default: false,
      secret: 'pg.ssl',
    },
    {
      name: 'schema', // PgConnectionConfig.java:34
      type: ['string'],
      meaning: 'Schema that unqualified names refer to (search path).',
      secret: 'pg.schema',
      notes: ["Unset means the server's own search path, usually public."],
      uses: 1,
    },
    {
      name: 'connect_timeout', // PgConnectionConfig.java:30
      type: ['duration'],
      meaning: 'How long to wait for the connection.',
      default: '30s',
      secret: 'pg.connect_timeout',
      undocumented: true,
    },
    {
      name: 'socket_timeout', // PgConnectionConfig.java:32
      type: ['duration'],
      meaning: 'How long to wait for data on an open connection.',
      default: '1800s',
      secret: 'pg.socket_timeout',
      undocumented: true,
    },
    {
      name: 'password_override', // AbstractJdbcConnectionConfig.java:18
      type: ['string'],
      meaning: 'Name of another secret below pg that holds the password to use.',
      since: '0.9.28',
      notes: ['The named secret must exist; otherwise the task fails.'],
      uses: 1,
    },
    strictTransaction,
    {
      name: 'status_table', // AbstractJdbcOperator.java:67
      type: ['string'],
      meaning: 'Name of the status table.',
      default: '__digdag_status',
      when: 'strict_transaction: true',
    },
    statusTableSchema,
    statusTableCleanup,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // Workspace.java:188
      keys: ['pg>', 'query'],
      text: 'SQL is needed: a file or {data: ...} after pg>, or query.',
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
      path: ['pg'], // AbstractJdbcOperator.java:60
      meaning: 'Any parameter may be given once under `_export: pg:`.',
    },
  ],
  secrets: [
    {
      name: 'pg.password', // AbstractJdbcConnectionConfig.java:24
      meaning: 'Password of the database user.',
    },
    {
      name: 'pg.host', // PgConnectionConfig.java:24
      meaning: 'Replaces host.',
    },
    {
      name: 'pg.port', // PgConnectionConfig.java:25
      meaning: 'Replaces port.',
    },
    {
      name: 'pg.user', // PgConnectionConfig.java:26
      meaning: 'Replaces user.',
    },
    {
      name: 'pg.database', // PgConnectionConfig.java:28
      meaning: 'Replaces database.',
    },
    {
      name: 'pg.ssl', // PgConnectionConfig.java:29
      meaning: 'true or false, replaces ssl.',
    },
    {
      name: 'pg.schema', // PgConnectionConfig.java:34
      meaning: 'Replaces schema.',
    },
    {
      name: 'pg.connect_timeout', // PgConnectionConfig.java:30
      meaning: 'Duration, replaces connect_timeout.',
    },
    {
      name: 'pg.socket_timeout', // PgConnectionConfig.java:32
      meaning: 'Duration, replaces socket_timeout.',
    },
  ],
  outputs: [
    {
      name: 'pg.last_results', // AbstractJdbcJobOperator.java:251
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
  since: '0.8.8',
  notes: [
    'A text after the operator is always a file name; SQL in place goes into {data: ...} or query.',
    'Without insert_into, create_table, download_file and store_last_results the text may hold several statements, run in one transaction.',
    'The password comes from a secret only (since 0.8.15).',
  ],
  example:
    '_export:\n  pg: {host: db.example.com, database: app, user: etl}\n+count:\n  pg>: {data: "select count(*) as n from users"}\n  store_last_results: first\n+show:\n  echo>: ${pg.last_results.n}',
  documentation: 'operators/pg',
  uses: 14,
};
