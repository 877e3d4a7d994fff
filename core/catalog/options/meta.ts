import type { TaskOption } from '../types.ts';

export const metaOption: TaskOption = {
  name: 'meta', // WorkflowCompiler.java:46
  type: ['map'],
  meaning: 'Read by the compiler, but the file reader refuses it: a .dig file with meta does not load.',
  legal: {},
  uses: 0,
};
