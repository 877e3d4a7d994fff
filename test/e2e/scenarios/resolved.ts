import type { Scenario } from '../scenario.ts';
import { waitFor } from '../support/wait.ts';

const dig = `_export:
  table: t_\${session_date_compact}
+each:
  for_each>: {region: [eu, us]}
  _do:
    echo>: \${region} \${table}
+get:
  http>: https://example.com/
+use:
  echo>: \${http.last_status}
`;

export const resolved: Scenario = {
  name: 'a resolved workflow stands beside its source, follows it, and leads back',
  theme: 'highContrast',
  async run({ workbench, workspace }) {
    workspace.write('regions.dig', dig);
    await workbench.openFile(workspace.path('regions.dig'));
    await workbench.quick.command('Digdag: Show Resolved Workflow');
    const shows = (pattern: RegExp) =>
      waitFor(`${pattern} in the resolved workflow`, async () =>
        pattern.test(await workbench.editorText('regions.resolved.dig')),
      );
    await shows(/\+for-0=region=1=us:/);
    await shows(/\$\{http\.last_status\}\s+# known only when it runs/);
    await workbench.screenshot('beside');
    await workbench.type(10, ' and ${table}');
    await shows(/and t_\d{8}|and \$\{table\}/);
    await workbench.screenshot('changed');
    await workbench.tab('regions.resolved.dig').click();
    const lines = (await workbench.editorText('regions.resolved.dig')).split('\n');
    await workbench.goTo(lines.findIndex((line) => line.includes('+get:')) + 1);
    await workbench.page.keyboard.press('F12');
    await workbench.statusItem(/^Ln 7\b/);
    await workbench.screenshot('definition');
  },
};
