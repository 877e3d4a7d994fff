import type { Parameter } from '../../types.ts';

export const query: Parameter = {
  name: 'query', // AbstractJdbcJobOperator.java:56
  type: ['string'],
  meaning: 'SQL text given in place; used when nothing stands after the operator.',
  undocumented: true,
};

export const createTable: Parameter = {
  name: 'create_table', // AbstractJdbcJobOperator.java:59
  type: ['string'],
  meaning: 'Table (or schema.table) that is dropped and made anew from the query result.',
  uses: 5,
};

export const insertInto: Parameter = {
  name: 'insert_into', // AbstractJdbcJobOperator.java:58
  type: ['string'],
  meaning: 'Existing table (or schema.table) that the query result is appended to.',
  uses: 5,
};

export const downloadFile: Parameter = {
  name: 'download_file', // AbstractJdbcJobOperator.java:68
  type: ['string'],
  meaning: 'File in the project directory that gets the result as CSV; the query then runs read-only.',
  uses: 4,
};

export const storeLastResults: Parameter = {
  name: 'store_last_results', // AbstractJdbcJobOperator.java:73
  type: ['string', 'boolean'],
  meaning: 'Keeps the first row or all rows of the result in a variable; the query then runs read-only.',
  default: 'false',
  enum: ['false', 'first', 'all', 'true'],
  enumChecked: true,
  since: '0.9.18',
  notes: [
    'true means the same as first and is not in the documentation.',
    'At most 8192 rows, 64 columns and 256 characters per text value, unless the server allows more.',
  ],
  uses: 4,
};

export const strictTransaction: Parameter = {
  name: 'strict_transaction', // AbstractJdbcOperator.java:48
  type: ['boolean'],
  meaning: 'Keeps a status table in the database so that a retried task never applies its statement twice.',
  default: true,
  uses: 1,
};

export const statusTableSchema: Parameter = {
  name: 'status_table_schema', // AbstractJdbcOperator.java:68
  type: ['string'],
  meaning: 'Schema in which the status table is made; unset means the schema of the connection.',
  when: 'strict_transaction: true',
  uses: 3,
};

export const statusTableCleanup: Parameter = {
  name: 'status_table_cleanup', // AbstractJdbcOperator.java:69
  type: ['duration'],
  meaning: 'Age at which finished entries of the status table are removed.',
  default: '24h',
  when: 'strict_transaction: true',
  undocumented: true,
  uses: 1,
};
