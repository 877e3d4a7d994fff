import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const diagnostics: Scenario = {
  name: 'diagnostics in Problems, and hovers, also in the SQL that a task runs',
  async run({ workbench, workspace }) {
    workspace.write('broken.dig', '+two:\n  sh>: echo one\n  echo>: two\n');
    await workbench.openFile(workspace.path('broken.dig'));
    expectMatch(await workbench.problem(/more than one operator/), /digdag|two-operators/i);
    await workbench.screenshot('problem');
    await workbench.page.locator('.markers-panel a', { hasText: 'two-operators' }).click({ modifiers: ['Control'] });
    await workbench.tab('two-operators.md').waitFor();
    await workbench.screenshot('rule-page');
    await workbench.openFile(workspace.path('main.dig'));
    expectMatch(await workbench.hover('http_call>'), /http_call/);
    await workbench.screenshot('hover-operator');
    expectMatch(await workbench.hover('session_time'), /\d{4}-\d\d-\d\dT/);
    await workbench.screenshot('hover-expression');
    workspace.write('load.dig', '_export: {table: access_log}\n+count:\n  td>: count.sql\n');
    workspace.write('count.sql', 'select count(1)\nfrom ${table}\nwhere day = ${session_dat}\n');
    await workbench.openFile(workspace.path('load.dig'));
    await workbench.openFile(workspace.path('count.sql'));
    expectMatch(await workbench.problem(/session_dat/), /template-file|session_date/);
    const hover = await workbench.hover('{table}');
    expectMatch(hover, /access_log/);
    expectMatch(hover, /Exported by \+load/);
    await workbench.screenshot('hover-sql');
  },
};
