import { readFileSync } from 'node:fs';
import type { Scenario } from '../scenario.ts';
import { expectEqual, expectMatch } from '../support/expect.ts';
import { filesHolding } from '../support/filesHolding.ts';
import { waitFor } from '../support/wait.ts';

/** Stands in what the service sends, and nowhere else. */
const received = 'made for session';

export const preview: Scenario = {
  name: 'the preview asks, sends, and shows what comes back',
  async run({ workbench, workspace, service, data }) {
    await workbench.openFile(workspace.path('main.dig'));
    await workbench.quick.command('Digdag: Preview Remote Workflow');
    const question = await workbench.dialog();
    expectMatch(question, /POST/);
    expectMatch(question, new RegExp(`127\\.0\\.0\\.1:${service.port}`));
    expectMatch(question, /"workflow":"test_call\.dig"/);
    await workbench.screenshot('confirmation');
    await workbench.answerDialog('Cancel');
    expectEqual(service.requests, []);

    await workbench.quick.command('Digdag: Preview Remote Workflow');
    await workbench.answerDialog('Send');
    await workbench.tab('+main+main_task.dig').waitFor();
    expectMatch(await workbench.editorText('+main+main_task.dig'), /\+child_task:/);
    const exchange = await workbench.webviewText(/Digdag accepts the answer/);
    expectMatch(exchange, /\+main\+main_task\^sub\+child_task/);
    expectMatch(exchange, /200 OK[\s\S]*application\/x-yaml[\s\S]*bytes[\s\S]*ms/);
    expectEqual(/example-key|example-token/.test(exchange), false);
    await workbench.codeLens('Preview');
    await workbench.screenshot('returned');
    expectEqual(service.requests.length, 1);

    // What a screen reader is told of the panel.
    const panel = workbench.webview();
    await panel.getByRole('status').filter({ hasText: 'Digdag accepts the answer' }).waitFor();
    await panel.getByRole('toolbar', { name: 'Actions of the preview' }).waitFor();
    await panel.getByRole('region', { name: 'Request', exact: true }).waitFor();

    // Nothing of it lies on a disk: neither where VS Code keeps its state, nor in the browser's storage.
    expectEqual(filesHolding(data, received), []);
    expectEqual(await workbench.isStored(received), false);

    await workbench.pressInWebview('Send Again');
    await workbench.answerDialog('Send');
    await workbench.webviewText(/Something else was received/);
    await workbench.pressInWebview('Compare with the Last Preview');
    await workbench.tab('last preview and this one').waitFor();
    await workbench.screenshot('compared');

    await workbench.pressInWebview('Copy as cURL');
    await waitFor('the command in the clipboard', async () =>
      /^curl --request POST [\s\S]*x-api-key: \*\*\*/.test(await workbench.clipboard()),
    );
    await workbench.pressInWebview('Copy as cURL with Secrets');
    expectMatch(await workbench.dialog(), /in clear text/);
    await workbench.answerDialog('Copy with Secrets');
    await waitFor('the secrets in the clipboard', async () => /example-key/.test(await workbench.clipboard()));

    await workbench.pressInWebview('Open as New File');
    await workbench.tab('Untitled-1').waitFor();
    await workbench.pressInWebview('Save to Project');
    await workbench.quick.acceptInput(/main_task\.dig/);
    await workbench.tab('main_task.dig').waitFor();
    const saved = await waitFor('the saved file', () => filesHolding(workspace.directory, received)[0]);
    expectMatch(readFileSync(saved, 'utf8'), /\+child_task:/);

    await workbench.pressInWebview('Send Request');
    expectMatch(await workbench.dialog(), /services\/callback/);
    await workbench.answerDialog('Send');
    await service.printed(/CALLBACK status=/);
    await workbench.webviewText(/the task succeeds/);
    await workbench.screenshot('followed');
  },
};
