import type { Operator } from '../types.ts';
import { agentCommandExecutorEcs, docker, ecs, kubernetes } from './shared/commandExecutor.ts';

/** rb>: facts from RbOperatorFactory.java of Digdag 0.10. */
export const rbOperator: Operator = {
  name: 'rb',
  summary: 'Runs a Ruby method.',
  command: {
    type: ['ruby callable'], // RbOperatorFactory.java:193
    meaning: 'A method name, or Module::Class.method (class or instance method).',
    requiredUnless: 'script',
  },
  parameters: [
    {
      name: 'require', // RbOperatorFactory.java:230
      type: ['string'],
      meaning: 'Ruby file to load first (ruby -r), without .rb.',
      notes: ['Without it only methods that Ruby already knows can be called.'],
      uses: 1,
    },
    {
      name: 'ruby', // RbOperatorFactory.java:211
      type: ['string', 'list<string>'],
      meaning: 'Ruby program, or program with arguments.',
      default: 'ruby',
      since: '0.9.33',
      uses: 2,
    },
    {
      name: 'script', // RbOperatorFactory.java:200
      type: ['string'],
      meaning:
        'Ruby source to run instead of a method; it gets the paths of an input and an output JSON file as arguments.',
      undocumented: true,
      notes: ['Read only when nothing stands after rb>.'],
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
      path: ['rb'], // RbOperatorFactory.java:118
      meaning: 'Defaults for all rb> tasks, most of all require.',
    },
  ],
  outputs: [
    {
      name: '(any)', // RbOperatorFactory.java:110
      type: ['any'],
      meaning:
        'Variables that the code keeps with digdag.env.store for all later tasks or with digdag.env.export for its subtasks (Ruby API).',
    },
  ],
  files: [
    {
      kind: 'ruby-file',
      value: 'require',
      resolve: 'workdir',
      addExtension: '.rb',
      notes: 'The working directory is on the load path (-I); the name may also be a gem.',
    },
  ],
  subtasks: { generated: 'tasks added with Digdag.env.add_subtask, as ^sub+subtask0, ...' },
  changes: [{ version: '0.9.35', change: 'ruby may be a list.' }],
  notes: [
    'A required argument that is no variable fails the task.',
    'Where it runs is chosen by the server (agent.command_executor.type, default ecs): without a valid ECS set-up it falls back to Docker when docker is set, else it runs on the agent.',
    'Environment for the command can be set with _env (see the task options); ${secret:name} is allowed there.',
  ],
  example:
    '_export:\n  rb:\n    require: tasks/report\n+report:\n  rb>: Report.monthly\n  month: ${moment(session_time).format("YYYY-MM")}',
  documentation: 'operators/rb',
  uses: 15,
};
