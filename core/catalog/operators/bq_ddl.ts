import type { Operator, Parameter } from '../types.ts';
import { bqSection, gcpCredentialSecret, gcpProjectSecret } from './shared/googleCloud.ts';

const createDatasetsParameters: readonly Parameter[] = [
  {
    name: 'id', // BqDdlOperatorFactory.java:227
    type: ['string'],
    meaning: 'Name of the dataset.',
    required: true,
  },
  {
    name: 'project', // BqDdlOperatorFactory.java:142
    type: ['string'],
    meaning: 'Its project.',
  },
  {
    name: 'friendly_name', // BqDdlOperatorFactory.java:231
    type: ['string'],
    meaning: 'Title to show.',
  },
  {
    name: 'default_table_expiration', // BqDdlOperatorFactory.java:233
    type: ['duration'],
    meaning: 'Life of its tables, such as 7d.',
  },
  {
    name: 'location', // BqDdlOperatorFactory.java:235
    type: ['string'],
    meaning: 'Where it is kept.',
  },
  {
    name: 'access', // BqDdlOperatorFactory.java:237
    type: ['list<map>'],
    meaning: 'Access rules in the form of the BigQuery API.',
  },
  {
    name: 'labels', // BqDdlOperatorFactory.java:239
    type: ['map<string,string>'],
    meaning: 'Labels.',
  },
];

const createTablesParameters: readonly Parameter[] = [
  {
    name: 'id', // BqDdlOperatorFactory.java:247
    type: ['string'],
    meaning: 'Name of the table.',
    required: true,
  },
  {
    name: 'project', // BqDdlOperatorFactory.java:249
    type: ['string'],
    meaning: 'Its project.',
  },
  {
    name: 'dataset', // BqDdlOperatorFactory.java:251
    type: ['string'],
    meaning: 'Its dataset.',
  },
  {
    name: 'friendly_name', // BqDdlOperatorFactory.java:253
    type: ['string'],
    meaning: 'Title to show.',
  },
  {
    name: 'description', // BqDdlOperatorFactory.java:255
    type: ['string'],
    meaning: 'Accepted but not passed on.',
  },
  {
    name: 'expiration_time', // BqDdlOperatorFactory.java:258
    type: ['timestamp'],
    meaning: 'When the table goes away.',
    format: 'seconds since 1970, or ISO time such as 2026-01-31T00:00:00Z',
    notes: ['The example 2016-11-01-T01:02:03Z of the documentation is refused (one hyphen too many).'],
  },
  {
    name: 'schema', // BqDdlOperatorFactory.java:260
    type: ['map'],
    meaning: 'Columns in the form of the BigQuery API.',
  },
  {
    name: 'time_partitioning', // BqDdlOperatorFactory.java:262
    type: ['map'],
    meaning: 'Partitioning in the form of the BigQuery API.',
    undocumented: true,
  },
  {
    name: 'view', // BqDdlOperatorFactory.java:264
    type: ['map'],
    meaning: 'View definition in the form of the BigQuery API.',
    undocumented: true,
  },
  {
    name: 'access', // BqDdlOperatorFactory.java:266
    type: ['list<map>'],
    meaning: 'Accepted but not passed on.',
  },
  {
    name: 'labels', // BqDdlOperatorFactory.java:268
    type: ['map<string,string>'],
    meaning: 'Accepted but not passed on.',
  },
];

/** bq_ddl>: facts from BqDdlOperatorFactory.java of Digdag 0.10. */
export const bqDdlOperator: Operator = {
  name: 'bq_ddl',
  summary: 'Makes, empties and deletes BigQuery datasets and tables.',
  command: {
    type: ['nothing'], // BqDdlOperatorFactory.java:193
    meaning: 'Stays empty; a value is ignored, also parameters that are indented below it by mistake.',
  },
  parameters: [
    {
      name: 'create_datasets', // BqDdlOperatorFactory.java:195
      type: ['list<string|map>'],
      meaning: 'Datasets to make when they are missing: names or maps.',
      notes: [
        'Only these keys may stand in a map; description, which the documentation shows for datasets, makes the task fail (unknown field).',
      ],
      parameters: createDatasetsParameters,
      uses: 1,
    },
    {
      name: 'empty_datasets', // BqDdlOperatorFactory.java:194
      type: ['list<string|map>'],
      meaning: 'Datasets to delete with their tables and make anew.',
      notes: [
        'Only these keys may stand in a map; description, which the documentation shows for datasets, makes the task fail (unknown field).',
      ],
      parameters: createDatasetsParameters,
      uses: 1,
    },
    {
      name: 'delete_datasets', // BqDdlOperatorFactory.java:193
      type: ['list<string>'],
      meaning: 'Datasets to delete when they exist.',
      uses: 1,
    },
    {
      name: 'create_tables', // BqDdlOperatorFactory.java:198
      type: ['list<string|map>'],
      meaning: 'Tables to make when they are missing: names or maps.',
      notes: [
        'Only these keys may stand in a map; any other one makes the task fail.',
        'description, labels and access are accepted but never sent to BigQuery.',
      ],
      parameters: createTablesParameters,
      uses: 1,
    },
    {
      name: 'empty_tables', // BqDdlOperatorFactory.java:197
      type: ['list<string|map>'],
      meaning: 'Tables to delete and make anew.',
      notes: [
        'Only these keys may stand in a map; any other one makes the task fail.',
        'description, labels and access are accepted but never sent to BigQuery.',
      ],
      parameters: createTablesParameters,
      uses: 1,
    },
    {
      name: 'delete_tables', // BqDdlOperatorFactory.java:196
      type: ['list<string>'],
      meaning: 'Tables to delete when they exist.',
      uses: 1,
    },
    {
      name: 'dataset', // BqDdlOperatorFactory.java:74
      type: ['string'],
      meaning: 'Default dataset, or project:dataset.',
      uses: 1,
    },
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'format', // BqDdlOperatorFactory.java:112
      keys: ['delete_datasets'],
      text: 'Items of delete_datasets must be texts.',
    },
    {
      kind: 'format', // BqDdlOperatorFactory.java:91
      keys: ['delete_tables'],
      text: 'Items of delete_tables must be texts.',
    },
    {
      kind: 'format', // BqDdlOperatorFactory.java:173
      keys: ['create_tables', 'empty_tables', 'dataset'],
      text: 'A table given as a map needs a dataset, in itself or in dataset.',
    },
  ],
  sections: [bqSection],
  secrets: [gcpCredentialSecret, gcpProjectSecret],
  since: '0.8.18',
  notes: [
    'Order of work: delete, empty, create datasets; then delete, empty, create tables.',
    'A whole list cannot be one ${...}, unlike in td_ddl>.',
    'location is read for a dataset only; the task itself knows no location.',
  ],
  example:
    '+prepare:\n  bq_ddl>:\n  dataset: work\n  empty_tables:\n    - tmp_${session_date_compact}\n    - {id: users, schema: {fields: [{name: id, type: INTEGER}]}}',
  documentation: 'operators/bq_ddl',
  uses: 1,
};
