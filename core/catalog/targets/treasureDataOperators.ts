import type { Operator, Output, Parameter, Secret } from '../types.ts';

// Facts from Treasure Data's own documentation of its workflow service (docs.treasuredata.com); Digdag's source has none of these operators.

const storeLastResults: Parameter = {
  name: 'store_last_results',
  type: ['string', 'boolean'],
  meaning: 'Keeps the first row of the result in a variable.',
  default: false,
};

const sqlFile = {
  value: 'command',
  kind: 'template',
  resolve: 'workdir',
  mustExist: true,
  template: true,
  extensions: ['.sql'],
} as const;

const s3Secrets: readonly Secret[] = [
  { name: 'aws.s3.access_key_id', meaning: 'Id of the access key.' },
  { name: 'aws.s3.secret_access_key', meaning: 'Secret of the access key.' },
];

const credentialProvider: Parameter = {
  name: 'credential_provider',
  type: ['string'],
  meaning: 'How the operator signs in: with the access key of the secrets, or with assume_role.',
};

const source: Parameter = {
  name: 'source',
  type: ['string'],
  meaning: 'bucket/key to take from, without s3:// in front.',
  required: true,
};

const destination: Parameter = {
  name: 'destination',
  type: ['string'],
  meaning: 'bucket/key to write to, without s3:// in front.',
  required: true,
};

const recursive: Parameter = {
  name: 'recursive',
  type: ['boolean'],
  meaning: 'All objects whose key begins with the given one.',
  default: false,
};

function rows(name: string, id: string): readonly Output[] {
  return [
    { name: `${name}.last_results`, type: ['map'], meaning: 'First row of the result.' },
    { name: `${name}.last_statement.${id}`, type: ['string'], meaning: 'Id of the statement that ran last.' },
    { name: `${name}.last_statement.num_records`, type: ['integer'], meaning: 'Number of its result records.' },
  ];
}

const databricks: Operator = {
  name: 'databricks',
  summary: 'Runs a query on Databricks.',
  command: { type: ['file', 'map'], meaning: 'SQL template file. One statement only.', required: true },
  parameters: [
    { name: 'host', type: ['string'], meaning: 'Host of the workspace, without https://.', required: true },
    { name: 'warehouse_id', type: ['string'], meaning: 'Id of the SQL warehouse.', required: true },
    { name: 'catalog', type: ['string'], meaning: 'Unity Catalog in which tables are looked up.' },
    { name: 'schema', type: ['string'], meaning: 'Schema in which tables are looked up.' },
    storeLastResults,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  secrets: [
    { name: 'databricks.pat', meaning: 'Personal access token.' },
    { name: 'databricks.client_id', meaning: 'Client of OAuth, in place of the token.' },
    { name: 'databricks.client_secret', meaning: 'Secret of the client of OAuth.' },
  ],
  outputs: rows('databricks', 'id'),
  files: [sqlFile],
  example:
    '+query:\n  databricks>: queries/report.sql\n  host: my-workspace.cloud.databricks.com\n  warehouse_id: abc123def456',
};

const snowflake: Operator = {
  name: 'snowflake',
  summary: 'Runs queries on Snowflake.',
  command: {
    type: ['file', 'map'],
    meaning: 'SQL template file; several statements are separated by ;.',
    required: true,
  },
  parameters: [
    { name: 'account_identifier', type: ['string'], meaning: 'Account, such as MYORG-MYACCOUNT.', required: true },
    { name: 'user', type: ['string'], meaning: 'User that signs in.', required: true },
    { name: 'database', type: ['string'], meaning: 'Database in which tables are looked up.' },
    { name: 'schema', type: ['string'], meaning: 'Schema in which tables are looked up.' },
    { name: 'warehouse', type: ['string'], meaning: 'Warehouse that runs the query.' },
    { name: 'role', type: ['string'], meaning: 'Role of the user.' },
    storeLastResults,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  secrets: [
    { name: 'snowflake.private_key', meaning: 'Private key of the user.' },
    { name: 'snowflake.programmatic_access_token', meaning: 'Access token, in place of the key.' },
  ],
  outputs: rows('snowflake', 'handle'),
  files: [sqlFile],
  example: '+query:\n  snowflake>: queries/report.sql\n  account_identifier: MYORG-MYACCOUNT\n  user: loader',
};

const betweenPlaces = {
  command: { type: ['nothing'], meaning: 'Nothing: source and destination stand beside it.' },
  parameters: [source, destination, recursive, credentialProvider],
  unknownKeys: 'ignored',
  honoursRetry: true,
  secrets: s3Secrets,
} as const;

const s3Copy: Operator = {
  ...betweenPlaces,
  name: 's3_copy',
  summary: 'Copies objects in Amazon S3.',
  notes: ['A folder cannot be copied into itself.'],
  example: '+copy:\n  s3_copy>:\n  source: my-bucket/in/\n  destination: my-bucket/out/\n  recursive: true',
};

const s3Move: Operator = {
  ...betweenPlaces,
  name: 's3_move',
  summary: 'Moves objects in Amazon S3.',
  notes: ['Copies, and then deletes: a failure between them leaves both.', 'A folder cannot be moved into itself.'],
  example: '+move:\n  s3_move>:\n  source: my-bucket/in/data.csv\n  destination: my-bucket/done/data.csv',
};

const s3Delete: Operator = {
  name: 's3_delete',
  summary: 'Deletes objects in Amazon S3.',
  command: { type: ['string'], meaning: 'bucket/key, without s3:// in front.', required: true },
  parameters: [recursive, credentialProvider],
  unknownKeys: 'ignored',
  honoursRetry: true,
  secrets: s3Secrets,
  example: '+delete:\n  s3_delete>: my-bucket/temp/\n  recursive: true',
};

/** The operators that only Treasure Data's service has. */
export const treasureDataOperators: readonly Operator[] = [databricks, snowflake, s3Copy, s3Delete, s3Move];
