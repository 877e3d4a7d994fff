import type { TaskOption } from '../types.ts';

export const envOption: TaskOption = {
  name: '_env', // OperatorManager.java:381
  type: ['map<string,string>'],
  meaning: 'Environment variables for the command; values may hold ${secret:name}.',
  legal: { task: 'yes' },
  operators: ['sh', 'py', 'rb', 'embulk'],
  inherited: 'never; _env in _export has no effect',
  notes: [
    'Names: CommandOperators.java:10.',
    'In sh> it wins over the variables that are passed anyway.',
    'Hardly described in the documentation.',
  ],
  since: '0.8.22',
  example: '+a:\n  sh>: ./call.sh\n  _env:\n    TOKEN: ${secret:api.token}',
  uses: 137,
};
