import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const run: Scenario = {
  name: 'a run in the task terminal, up to the callback',
  async run({ workbench, workspace, service }) {
    await workbench.openFile(workspace.path('main.dig'));
    await workbench.quick.command('Digdag: Run Workflow');
    await service.printed(/CALLBACK status=ok workflow=test_call\.dig/);
    const text = await workbench.terminalShows(/success/i);
    expectMatch(text, /main_task/);
    await workbench.screenshot('terminal');
  },
};
