import type { Scenario } from '../scenario.ts';
import { expectEqual, expectMatch } from '../support/expect.ts';
import { waitFor } from '../support/wait.ts';

export const refusedPreview: Scenario = {
  name: 'the preview of an answer that Digdag refuses',
  theme: 'light',
  async run({ workbench, workspace }) {
    workspace.edit('main.dig', (text) => text.replace('test_call.dig', 'unsupported.dig'));
    await workbench.openFile(workspace.path('main.dig'));
    await (await workbench.codeLens('Preview')).click();
    await workbench.answerDialog('Send');
    const told = await workbench.webviewText(/Digdag refuses the answer/);
    expectMatch(told, /Content-Type/i);
    expectMatch(told, /text\/html/);
    // Once is enough: no message besides, and no problem in the list.
    expectEqual(await workbench.notificationCount(), 0);
    await workbench.screenshot('refused');
    await workbench.pressInWebview('Set content_type_override: application/x-yaml');
    await workbench.tab('main.dig').waitFor();
    await waitFor('the option', async () =>
      /content_type_override: application\/x-yaml/.test(await workbench.editorText('main.dig')),
    );
    await workbench.screenshot('mended');
  },
};
