import type { TaskOption } from '../types.ts';

export const ecsOption: TaskOption = {
  name: 'ecs', // DockerCommandExecutor.java:52
  type: ['map'],
  meaning: 'Runs the script in AWS ECS; see the parameters of sh>.',
  legal: { task: 'yes', export: 'yes' },
  operators: ['sh', 'py', 'rb', 'embulk'],
  inherited: 'only through _export',
  documentation: 'command_executor',
  uses: 0,
};
