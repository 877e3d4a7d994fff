import type { Operator } from '../types.ts';
import { agentCommandExecutorEcs, docker, ecs, kubernetes } from './shared/commandExecutor.ts';

/** py>: facts from PyOperatorFactory.java of Digdag 0.10. */
export const pyOperator: Operator = {
  name: 'py',
  summary: 'Runs a Python function or method.',
  command: {
    type: ['python callable'], // PyOperatorFactory.java:263
    meaning:
      'module.function, package.module.Class.method, or module.Class (then its run method). There must be at least one dot.',
    requiredUnless: 'script',
  },
  parameters: [
    {
      name: 'python', // PyOperatorFactory.java:247
      type: ['string', 'list<string>'],
      meaning: 'Python program, or program with arguments.',
      default: 'python',
      since: '0.9.31',
      uses: 2,
    },
    {
      name: 'script', // PyOperatorFactory.java:274
      type: ['string'],
      meaning:
        'Python source to run instead of a callable; it gets the paths of an input and an output JSON file as arguments.',
      undocumented: true,
      notes: ['Read only when nothing stands after py>. The script must write the output file, else the task fails.'],
    },
    docker,
    ecs,
    agentCommandExecutorEcs,
    kubernetes,
  ],
  unknownKeys: 'method-arguments',
  honoursRetry: true,
  sections: [
    {
      path: ['py'], // PyOperatorFactory.java:152
      meaning: 'Defaults for all py> tasks; its keys are also passed as arguments.',
    },
  ],
  outputs: [
    {
      name: '(any)', // PyOperatorFactory.java:124
      type: ['any'],
      meaning:
        'Variables that the code keeps with digdag.env.store for all later tasks or with digdag.env.export for its subtasks (Python API).',
    },
  ],
  files: [
    {
      kind: 'python-module',
      value: 'command',
      resolve: 'workdir',
      mustExist: true,
      candidates: ['<a/b>.py', '<a/b>/__init__.py', '<a>.py', '<a>/__init__.py'],
      notes:
        'For a.b.c Digdag first imports a.b and takes c from it; failing that it imports a and takes class b, method c. The working directory is appended to sys.path, after the installed modules, so an installed module of the same name wins.',
    },
  ],
  subtasks: { generated: 'tasks added with digdag.env.add_subtask, as ^sub+subtask0, ...' },
  changes: [
    { version: '0.9.31', change: 'python option.' },
    { version: '0.9.32', change: 'Type hints are understood.' },
    { version: '0.9.35', change: 'python may be a list.' },
  ],
  notes: [
    'The documentation shows py>: my_step1_method without a module; the current runner fails on it with "Empty module name".',
    'A missing argument without default fails the task.',
    'A function with **kwargs gets all variables.',
    'Where it runs is chosen by the server (agent.command_executor.type, default ecs): without a valid ECS set-up it falls back to Docker when docker is set, else it runs on the agent.',
    'Environment for the command can be set with _env (see the task options); ${secret:name} is allowed there.',
  ],
  example: '+train:\n  py>: tasks.model.train\n  rate: 0.1\n  docker:\n    image: "python:3.11"',
  documentation: 'operators/py',
  uses: 188,
};
