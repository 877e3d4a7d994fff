import type { TaskOption } from '../types.ts';

export const workdirOption: TaskOption = {
  name: '_workdir', // Workspace.java:33
  type: ['string'],
  meaning: 'Directory inside the project in which the task runs and looks up files.',
  legal: { task: 'yes', export: 'yes' },
  default: 'directory of the workflow file',
  inherited: 'only through _export',
  notes: [
    'Digdag exports it by itself for files in subdirectories that are called with call>.',
    'In the _export at the top level of a file it counts from the directory of that file; anywhere else from the root of the project.',
    'The variable is not defined in the workflows of the project itself.',
    'call> looks up its file from here.',
  ],
  since: '0.5.9',
  uses: 0,
};
