import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const sqlFile: Scenario = {
  name: 'SQL that a task runs',
  async run({ workbench, workspace }) {
    workspace.write('load.dig', '_export: {table: access_log}\n+count:\n  td>: count.sql\n');
    workspace.write('count.sql', 'select count(1)\nfrom ${table}\nwhere day = ${session_dat}\n');
    await workbench.openFile(workspace.path('load.dig'));
    await workbench.openFile(workspace.path('count.sql'));
    expectMatch(await workbench.problem(/session_dat/), /template-file|session_date/);
    const hover = await workbench.hover('{table}');
    expectMatch(hover, /access_log/);
    expectMatch(hover, /Exported by \+load/);
    await workbench.screenshot('hover');
  },
};
