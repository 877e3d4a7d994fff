import type { Operator } from '../types.ts';
import {
  database,
  endpoint,
  proxy,
  tdApikeySecret,
  tdDatabaseSecret,
  tdEndpointSecret,
  tdProxyEnabledSecret,
  tdProxyHostSecret,
  tdProxyPasswordSecret,
  tdProxyPortSecret,
  tdProxyUserSecret,
  tdUseSslSecret,
  useSsl,
} from './shared/treasureData.ts';

/** td_ddl>: facts from TdDdlOperatorFactory.java of Digdag 0.10. */
export const tdDdlOperator: Operator = {
  name: 'td_ddl',
  summary: 'Makes, empties, renames and drops tables and databases on Treasure Data.',
  command: {
    type: ['nothing'], // TdDdlOperatorFactory.java:79
    meaning: 'Stays empty; a value is ignored, also parameters that are indented below it by mistake.',
  },
  parameters: [
    {
      name: 'create_tables', // TdDdlOperatorFactory.java:84
      type: ['list<string>'],
      meaning: 'Tables to make when they are missing.',
      jsonText: true,
      uses: 56,
    },
    {
      name: 'drop_tables', // TdDdlOperatorFactory.java:83
      type: ['list<string>'],
      meaning: 'Tables to drop when they exist.',
      jsonText: true,
      uses: 32,
    },
    {
      name: 'empty_tables', // TdDdlOperatorFactory.java:85
      type: ['list<string>'],
      meaning: 'Tables to drop and make anew.',
      jsonText: true,
      uses: 28,
    },
    {
      name: 'rename_tables', // TdDdlOperatorFactory.java:87
      type: ['list<map>'],
      meaning: 'Tables to rename; a table that has the new name already is replaced.',
      jsonText: true,
      since: '0.9.0',
      notes: ['Only from and to may stand in an item.'],
      parameters: [
        {
          name: 'from', // TdDdlOperatorFactory.java:129
          type: ['string'],
          meaning: 'Present name (or database.table); the table must exist.',
          required: true,
        },
        {
          name: 'to', // TdDdlOperatorFactory.java:180
          type: ['string'],
          meaning: 'New name, without a database.',
          required: true,
        },
      ],
      uses: 16,
    },
    {
      name: 'create_databases', // TdDdlOperatorFactory.java:80
      type: ['list<string>'],
      meaning: 'Databases to make when they are missing.',
      jsonText: true,
      since: '0.5.1',
      uses: 37,
    },
    {
      name: 'drop_databases', // TdDdlOperatorFactory.java:79
      type: ['list<string>'],
      meaning: 'Databases to drop when they exist.',
      jsonText: true,
      since: '0.5.1',
      uses: 21,
    },
    {
      name: 'empty_databases', // TdDdlOperatorFactory.java:81
      type: ['list<string>'],
      meaning: 'Databases to drop and make anew; rights on them are lost.',
      jsonText: true,
      since: '0.5.1',
      uses: 3,
    },
    database,
    endpoint,
    useSsl,
    proxy,
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'format', // TdDdlOperatorFactory.java:120
      keys: ['rename_tables'],
      text: 'to of rename_tables must not name a database.',
    },
  ],
  sections: [
    {
      path: ['td'], // TdDdlOperatorFactory.java:77
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
  ],
  changes: [
    { version: '0.3.3', change: 'Plural parameter names.' },
    { version: '0.9.3', change: 'A whole list may be one ${...}.' },
  ],
  notes: [
    'Order of work: drop and empty databases, create databases, drop and empty tables, create tables, rename.',
    'Table names may be database.table; database is needed all the same, even when only databases are handled.',
    'With no list at all the task succeeds and does nothing.',
  ],
  example:
    '+prepare:\n  td_ddl>:\n  database: work\n  empty_tables: ["tmp_${session_date_compact}"]\n  rename_tables: [{from: new_users, to: users}]',
  documentation: 'operators/td_ddl',
  uses: 154,
};
