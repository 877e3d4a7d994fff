import type { TaskOption } from '../types.ts';

export const secretsOption: TaskOption = {
  name: '_secrets', // OperatorManager.java:375
  type: ['map'],
  meaning: 'Lets a secret be found under another name: {td: other_td} makes td.apikey read other_td.apikey.',
  legal: { group: 'no effect', task: 'yes', export: 'yes' },
  forms: ['{name: other.name} or nested maps', '{name: true}: the old way of granting access, no longer needed'],
  inherited: 'only through _export',
  notes: ['Does not apply to ${secret:...} inside _env.', 'Granting access with true is deprecated since 0.9.3.'],
  example: '_export:\n  _secrets:\n    td: td_eu',
  uses: 1,
};
