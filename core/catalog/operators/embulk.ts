import type { Operator } from '../types.ts';
import { agentCommandExecutorEcs, docker, ecs, kubernetes } from './shared/commandExecutor.ts';

/** embulk>: facts from EmbulkOperatorFactory.java of Digdag 0.10. */
export const embulkOperator: Operator = {
  name: 'embulk',
  summary: 'Runs Embulk with a YAML configuration.',
  command: {
    type: ['file'], // EmbulkOperatorFactory.java:143
    meaning: 'YAML file with the Embulk configuration; ${...} and ${secret:name} in it are replaced.',
    requiredUnless: 'config',
    extensions: ['.yml', '.yaml', '.yml.liquid'],
  },
  parameters: [
    {
      name: 'config', // EmbulkOperatorFactory.java:158
      type: ['map'],
      meaning: 'Embulk configuration given in place; read only when nothing stands after embulk>.',
      undocumented: true,
      notes: ['${secret:name} is not replaced here, only in a file.'],
    },
    docker,
    ecs,
    agentCommandExecutorEcs,
    kubernetes,
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // EmbulkOperatorFactory.java:158
      keys: ['embulk>', 'config'],
      text: 'Either a file after embulk> or config is needed.',
    },
  ],
  sections: [
    {
      path: ['embulk'], // EmbulkOperatorFactory.java:103
      meaning: 'Defaults for all embulk> tasks.',
    },
  ],
  secrets: [
    {
      name: '(any)', // EmbulkOperatorFactory.java:155
      meaning: '${secret:name} in the YAML file is replaced by that secret.',
    },
  ],
  files: [
    {
      kind: 'template',
      value: 'command',
      resolve: 'workdir',
      mustExist: true,
      template: true,
      extensions: ['.yml', '.yaml'],
    },
  ],
  deprecated: 'The documentation calls it obsolete and asks for sh>: embulk run ... instead.',
  notes: [
    'The program embulk must be on the PATH of the agent or image.',
    'Where it runs is chosen by the server (agent.command_executor.type, default ecs): without a valid ECS set-up it falls back to Docker when docker is set, else it runs on the agent.',
    'Environment for the command can be set with _env (see the task options); ${secret:name} is allowed there.',
  ],
  example: '+load:\n  embulk>: embulk/load.yml\n  target_table: access_${session_date_compact}',
  documentation: 'operators/embulk',
  uses: 0,
};
