import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const checkProject: Scenario = {
  name: 'Check Project shows what is wrong in files that are not open, also after a restart of the server',
  theme: 'light',
  async run({ workbench, workspace }) {
    workspace.write('broken.dig', '+two:\n  sh>: echo one\n  echo>: two\n');
    await workbench.openFile(workspace.path('main.dig'));
    await workbench.quick.command('Digdag: Restart Language Server');
    await workbench.codeLens('Check');
    await workbench.quick.command('Digdag: Check Project');
    await workbench.notification(/1 error\(s\) and 0 warning\(s\) in 2 file\(s\)/);
    expectMatch(await workbench.problem(/more than one operator/), /two-operators/);
    await workbench.screenshot('problems');
  },
};
