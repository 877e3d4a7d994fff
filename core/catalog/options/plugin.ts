import type { TaskOption } from '../types.ts';

export const pluginOption: TaskOption = {
  name: 'plugin', // OperatorRegistry.java:103
  type: ['map'],
  meaning: 'Plugins to load for the tasks below.',
  legal: { export: 'yes' },
  parameters: [
    {
      name: 'repositories', // OperatorRegistry.java:104
      type: ['list<string>'],
      meaning: 'Maven repositories to search.',
    },
    {
      name: 'dependencies', // OperatorRegistry.java:105
      type: ['list<string>'],
      meaning: 'Maven coordinates group:artifact:version of the plugins.',
    },
  ],
  notes: [
    'Operators that come with Digdag win over plugin operators of the same name.',
    'repositories and dependencies are also found as variables outside plugin.',
  ],
  example:
    '_export:\n  plugin:\n    repositories: ["https://example.com/maven"]\n    dependencies: ["com.example:digdag-slack:0.1.4"]',
  uses: 1,
};
