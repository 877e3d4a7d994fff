import type { Scenario } from '../scenario.ts';
import { chooseFile } from '../support/chooseFile.ts';
import { expectMatch } from '../support/expect.ts';
import { waitFor } from '../support/wait.ts';

export const session: Scenario = {
  name: 'a session and a profile are chosen, and values follow',
  async run({ workbench, workspace }) {
    workspace.write('dated.dig', 'timezone: Asia/Tokyo\n+a:\n  echo>: ${session_date} ${table}\n');
    workspace.write('../prod.yml', 'table: access_log\n');
    await workbench.openFile(workspace.path('dated.dig'));
    await workbench.statusItem(/Asia\/Tokyo/);
    await workbench.quick.command('Digdag: Choose Session');
    await workbench.quick.row('A time');
    await workbench.screenshot('picker');
    await workbench.quick.pick('A time');
    await workbench.quick.enter('Session time', '2020-02-30');
    expectMatch(await workbench.quick.inputProblem(), /yyyy-MM-dd/);
    await workbench.quick.enter('Session time', '2020-02-29');
    await workbench.statusItem(/2020-02-29 Asia\/Tokyo/);
    await workbench.quick.command('Digdag: Choose Session');
    // its search is missing in this VS Code: the file is named
    await workbench.quick.pick('Choose a file');
    await chooseFile(workbench.page, 'A YAML file of parameters', workspace.path('../prod.yml'));
    await workbench.statusItem(/2020-02-29 Asia\/Tokyo · prod\.yml/);
    expectMatch(await workbench.hover('session_date'), /2020-02-29/);
    expectMatch(await workbench.hover('table}'), /access_log/);
    await workbench.screenshot('hover');
    await workbench.quick.command('Digdag: Show Resolved Workflow');
    await workbench.tab('dated.resolved.dig').waitFor();
    await waitFor('the values in the resolved workflow', async () =>
      /echo>: "2020-02-29 access_log"/.test(await workbench.editorText('dated.resolved.dig')),
    );
    await workbench.screenshot('resolved');
    // a profile outside of the workspace is watched too
    workspace.write('../prod.yml', 'table: other_log\n');
    await waitFor('the changed profile in the resolved workflow', async () =>
      /echo>: "2020-02-29 other_log"/.test(await workbench.editorText('dated.resolved.dig')),
    );
  },
};
