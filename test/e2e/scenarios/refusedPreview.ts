import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const refusedPreview: Scenario = {
  name: 'the preview of an answer that Digdag refuses',
  theme: 'light',
  async run({ workbench, workspace }) {
    workspace.edit('main.dig', (text) => text.replace('test_call.dig', 'unsupported.dig'));
    await workbench.openFile(workspace.path('main.dig'));
    await (await workbench.codeLens('Preview')).click();
    await workbench.answerDialog('Send');
    expectMatch(await workbench.notification(/Digdag refuses the answer/), /Content-Type/i);
    expectMatch(await workbench.webviewText(/Digdag refuses the answer/), /text\/html/);
    await workbench.screenshot('refused');
  },
};
