import { HostileServer } from '../../support/hostileServer.ts';
import type { Scenario } from '../scenario.ts';
import { expectEqual, expectMatch } from '../support/expect.ts';
import { waitFor } from '../support/wait.ts';

export const askedPreview: Scenario = {
  name: 'a request is filled in by keyboard, cancelled, and shown as text',
  theme: 'highContrast',
  async run({ workbench, workspace }) {
    const server = await new HostileServer().listen();
    try {
      const url = server.url('').replace(/\/$/, '');
      const headers = '  headers: [{X-Token: "${secret:token}"}]\n';
      workspace.write('ask.dig', `+get:\n  http>: ${url}/\${path}?day=\${day}\n  timeout: 100\n${headers}`);
      await workbench.openFile(workspace.path('ask.dig'));

      await workbench.quick.command('Digdag: Send Request of an http> Task');
      for (const [name, value] of [
        ['${path}', 'silence'],
        ['${day}', '1'],
        ['Secret token', 'hidden'],
      ] as const) {
        await workbench.quick.focusedRow(name);
        if (name === '${path}') await workbench.screenshot('needed');
        await workbench.page.keyboard.press('Enter');
        await workbench.quick.enter(name, value);
      }
      await workbench.quick.focusedRow('Continue');
      await workbench.screenshot('filled-in');
      await workbench.page.keyboard.press('Enter');
      expectMatch(await workbench.dialog(), /on this machine or in its network/);
      await workbench.screenshot('address');
      await workbench.page.keyboard.press('Enter');

      await waitFor('the request', () => server.connections === 1);
      await workbench.cancelNotification(/Preview of \+ask\+get/);
      await workbench.statusItem(/The preview was cancelled/);
      await waitFor('the connection to end', () => server.connections === 0);
      expectEqual(server.requests, 1);

      workspace.edit('ask.dig', (text) => text.replace('${path}', 'a%20web%20page'));
      await workbench.openFile(workspace.path('ask.dig'));
      await workbench.quick.command('Digdag: Send Request of an http> Task');
      await workbench.dialog();
      await workbench.page.keyboard.press('Enter');
      const told = await workbench.webviewText(/Digdag refuses the answer, and the task fails/);
      expectMatch(told, /<b>bold<\/b>/);
      expectMatch(told, /x-token\s+\*\*\*/i);
      expectEqual(/hidden/.test(told), false);
      expectEqual(await workbench.webview().locator('main b, main img, main script, main a').count(), 0);
      await workbench.screenshot('a-web-page');
      await workbench.webview().getByRole('button', { name: 'Send Again' }).press('Enter');
      expectMatch(await workbench.dialog(), /on this machine or in its network/);
      await workbench.page.keyboard.press('Escape');
      await workbench.statusItem(/Nothing was sent/);
      expectEqual(server.requests, 2);
    } finally {
      await server.close();
    }
  },
};
