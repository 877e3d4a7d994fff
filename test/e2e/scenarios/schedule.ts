import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const schedule: Scenario = {
  name: 'the next runs stand above a schedule, and one is taken as the session',
  theme: 'light',
  async run({ workbench, workspace }) {
    const dig = 'timezone: Asia/Tokyo\nschedule:\n  daily>: 07:00:00\n+a:\n  echo>: ${session_local_time}\n';
    workspace.write('daily.dig', dig);
    await workbench.openFile(workspace.path('daily.dig'));
    const lens = await workbench.codeLens('Next runs');
    expectMatch(await workbench.hover('daily>'), /07:00:00\+09:00/);
    await workbench.screenshot('hover');
    await workbench.page.keyboard.press('Escape');
    await lens.click();
    await workbench.quick.row('07:00:00');
    await workbench.screenshot('list');
    await workbench.quick.pick('07:00:00');
    expectMatch(await workbench.statusItem(/Asia\/Tokyo/), /\d{4}-\d\d-\d\d Asia\/Tokyo/);
  },
};
