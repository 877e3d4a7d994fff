import type { Operator } from '../types.ts';
import { agentCommandExecutorEcs, docker, ecs, kubernetes } from './shared/commandExecutor.ts';

/** sh>: facts from ShOperatorFactory.java of Digdag 0.10. */
export const shOperator: Operator = {
  name: 'sh',
  summary: 'Runs shell commands.',
  command: {
    type: ['string'], // ShOperatorFactory.java:155
    meaning:
      'Shell script: a command line, several lines, or the path of a script with its arguments. It is written to a file and handed to the shell.',
    required: true,
    secretTemplate: true,
  },
  parameters: [
    {
      name: 'shell', // ShOperatorFactory.java:139
      type: ['list<string>'],
      meaning: 'Program (with arguments) that gets the script file as last argument.',
      default: ['/bin/sh'],
      since: '0.8.3',
      notes: ['A single text instead of a list is an error.'],
    },
    docker,
    ecs,
    agentCommandExecutorEcs,
    kubernetes,
  ],
  unknownKeys: 'environment',
  honoursRetry: true,
  sections: [
    {
      path: ['sh'], // ShOperatorFactory.java:100
      meaning: 'Defaults for all sh> tasks; every key in it also becomes an environment variable.',
    },
  ],
  secrets: [
    {
      name: '(any)', // ShOperatorFactory.java:155
      meaning: '${secret:name} in the script is replaced by that secret.',
    },
  ],
  files: [
    {
      kind: 'maybe-script',
      value: 'command',
      resolve: 'workdir',
      notes:
        'When the first word holds a / it is usually a script of the project, looked up from the working directory by the shell itself.',
    },
  ],
  notes: [
    'A variable that is null (foo: with nothing behind it, in _export) makes every sh> task below fail with "Parameter \'foo\' is required but null" (tried).',
    '${...} in the script is Digdag\'s and fails when the name is unknown; write a shell variable as $name, or as ${"$"}{name} when braces are needed ($${name} is no escape). $$ becomes a single $.',
    'A status other than 0 fails the task, but only the status of the last command counts; start with set -e.',
    'A script in the same directory needs ./ in front: the code works out a PATH with the working directory but never uses it.',
    'Where it runs is chosen by the server (agent.command_executor.type, default ecs): without a valid ECS set-up it falls back to Docker when docker is set, else it runs on the agent.',
    'Environment for the command can be set with _env (see the task options); ${secret:name} is allowed there.',
    'The documentation shows shell: ["powershell.exe", "-"]; the script is passed as a file name after it, not on standard input.',
  ],
  example:
    '+load:\n  sh>: |\n    set -e\n    ./scripts/load.sh "$session_date" ${target}\n  _env: {TOKEN: "${secret:api.token}"}',
  documentation: 'operators/sh',
  uses: 230,
};
