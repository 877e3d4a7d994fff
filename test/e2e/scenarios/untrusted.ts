import type { Scenario } from '../scenario.ts';
import { expectEqual, expectMatch } from '../support/expect.ts';

export const untrusted: Scenario = {
  name: 'nothing is run or sent in an untrusted workspace',
  asksForTrust: true,
  async run({ workbench, workspace, service }) {
    expectMatch(await workbench.dialog(), /trust/i);
    await workbench.answerDialog('No');
    workspace.write('broken.dig', '+two:\n  sh>: echo one\n  echo>: two\n');
    await workbench.openFile(workspace.path('broken.dig'));
    await workbench.problem(/more than one operator/);
    await workbench.openFile(workspace.path('main.dig'));
    await workbench.quick.command('Digdag: Run Workflow');
    expectMatch(await workbench.notification(/not run/), /Manage Workspace Trust/);
    await workbench.quick.command('Digdag: Preview Remote Workflow');
    expectMatch(await workbench.notification(/nothing is sent/), /Manage Workspace Trust/);
    await workbench.screenshot('refused');
    // Time in which something that should not start would have reached the service.
    await workbench.page.waitForTimeout(3000);
    expectEqual(service.requests, []);
  },
};
