import type { TaskOption } from '../types.ts';

export const includeOption: TaskOption = {
  name: '!include', // YamlConfigLoader.java:113
  type: ['tagged key'],
  meaning:
    'Puts the content of another YAML file in place of the key: !include : path. Note the space before the colon.',
  legal: { top: 'yes', group: 'yes', task: 'yes', export: 'yes' },
  template: 'the path is not evaluated',
  notes: [
    'The path counts from the directory of the including file and must stay inside it; the ending does not matter.',
    'The included file must be a map; it is merged into the map around it, nested maps deeply; a key that comes later wins.',
    'May be used several times in one map, although YAML keys must differ otherwise.',
    'Relative files named in included tasks count from the including workflow.',
    'A file directly in the project directory that ends in .dig is also a workflow of its own and must be valid as such; put included files into a subdirectory or give them another ending.',
  ],
  example: '_export:\n  mysql:\n    !include : config/mysql.yml',
  documentation: 'workflow_definition',
  uses: 98,
};
