import type { Scenario } from '../scenario.ts';
import { expectEqual, expectMatch } from '../support/expect.ts';

export const preview: Scenario = {
  name: 'the preview asks, sends, and shows what comes back',
  async run({ workbench, workspace, service }) {
    await workbench.openFile(workspace.path('main.dig'));
    await workbench.command('Digdag: Preview Remote Workflow');
    const question = await workbench.dialog();
    expectMatch(question, /POST/);
    expectMatch(question, new RegExp(`127\\.0\\.0\\.1:${service.port}`));
    expectMatch(question, /"workflow":"test_call\.dig"/);
    await workbench.screenshot('confirmation');
    await workbench.answerDialog('Cancel');
    expectEqual(service.requests, []);

    await workbench.command('Digdag: Preview Remote Workflow');
    await workbench.answerDialog('Send');
    await workbench.tab('+main+main_task.dig').waitFor();
    expectMatch(await workbench.editorText('+main+main_task.dig'), /\+child_task:/);
    const exchange = await workbench.webviewText(/Digdag accepts the answer/);
    expectMatch(exchange, /\+main\+main_task\^sub\+child_task/);
    expectEqual(/example-key|example-token/.test(exchange), false);
    await workbench.codeLens('Preview');
    await workbench.screenshot('returned');
    expectEqual(service.requests.length, 1);
  },
};
