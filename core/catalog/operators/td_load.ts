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

/** td_load>: facts from TdLoadOperatorFactory.java of Digdag 0.10. */
export const tdLoadOperator: Operator = {
  name: 'td_load',
  summary: 'Runs a bulk load (Data Connector) job on Treasure Data.',
  command: {
    type: ['file', 'string'], // TdLoadOperatorFactory.java:80
    meaning: 'Embulk style YAML file when it ends in .yml or .yaml, else the name (unique id) of a saved load.',
    requiredUnless: 'config or name',
    extensions: ['.yml', '.yaml'],
  },
  parameters: [
    {
      name: 'config', // TdLoadOperatorFactory.java:78
      type: ['map'],
      meaning: 'Load configuration given in place.',
      secretTemplate: true,
      undocumented: true,
    },
    {
      name: 'name', // TdLoadOperatorFactory.java:79
      type: ['string'],
      meaning: 'Name of a saved load, instead of writing it after td_load>.',
      undocumented: true,
    },
    {
      name: 'table', // TdLoadOperatorFactory.java:148
      type: ['string'],
      meaning: 'Table (or database.table) to load into.',
      required: true,
      when: 'a YAML file or config is used',
      uses: 37,
    },
    database,
    endpoint,
    useSsl,
    proxy,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
    {
      kind: 'exclusive', // TdLoadOperatorFactory.java:88
      keys: ['td_load>', 'name', 'config'],
      text: 'Only one of the value after td_load>, name and config may be given.',
    },
    {
      kind: 'one of', // TdLoadOperatorFactory.java:91
      keys: ['td_load>', 'name', 'config'],
      text: 'One of the value after td_load>, name and config is needed.',
    },
  ],
  sections: [
    {
      path: ['td'], // TdLoadOperatorFactory.java:76
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
      name: '(any)', // TdLoadOperatorFactory.java:154
      meaning: '${secret:name} in the YAML file or in config is replaced by that secret.',
    },
  ],
  outputs: [tdLastJobIdOutput, tdLastJobIdOutputTdPartialDelete, tdLastJobNumRecordsOutput],
  files: [
    {
      kind: 'template',
      value: 'command',
      resolve: 'workdir',
      mustExist: true,
      template: true,
      extensions: ['.yml', '.yaml'],
      when: 'it ends in .yml or .yaml',
    },
  ],
  since: '0.2.1',
  changes: [{ version: '0.8.0', change: 'Saved loads by name.' }],
  notes: [
    'An exported or stored variable called name or config clashes with this operator and makes it fail.',
    'database must be given even for a saved load, where it has no use.',
    'Without ending .yml or .yaml a file name is taken as the name of a saved load.',
  ],
  example: '+import:\n  td_load>: imports/sales.yml\n  database: raw\n  table: sales',
  documentation: 'operators/td_load',
  uses: 39,
};
