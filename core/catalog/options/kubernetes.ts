import type { TaskOption } from '../types.ts';

export const kubernetesOption: TaskOption = {
  name: 'kubernetes', // DockerCommandExecutor.java:52
  type: ['map'],
  meaning: 'Runs the script in Kubernetes; see the parameters of sh>.',
  legal: { task: 'yes', export: 'yes' },
  operators: ['sh', 'py', 'rb', 'embulk'],
  inherited: 'only through _export',
  documentation: 'command_executor',
  uses: 0,
};
