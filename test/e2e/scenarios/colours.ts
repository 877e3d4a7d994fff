import type { Scenario } from '../scenario.ts';
import { textColours, useTheme } from '../support/colours.ts';
import { expectMatch } from '../support/expect.ts';

const everything = `# every night
timezone: Asia/Tokyo

schedule:
  daily>: 02:00:00

_export:
  td: {database: shop, engine: presto}
  table: orders_\${session_date_compact}

+load:
  sh>: |
    set -eu
    for day in 1 2 3; do
      echo "day $day of \${moment(session_time).format("YYYY-MM")}" # all
    done
  _retry: {limit: 3, interval: 10}

+count:
  td>:
  query: |
    SELECT COUNT(1) AS n, 'x' AS kind
    FROM \${table}
    WHERE day = '\${session_date}' -- today

+each:
  for_each>: {region: [jp, us]}
  _parallel: true
  _do:
    echo>: \${region} has \${td.last_results.n}

+ask:
  http>: https://example.com/\${session_id}
  headers:
    - Authorization: \${secret:api.token}
  timeout: 5
`;

/** A workflow with something of everything, and the documentation view that follows the cursor, in all kinds of colours. */
export const colours: Scenario = {
  name: 'colours and documentation',
  async run({ workbench, workspace }) {
    workspace.write('documented.dig', everything);
    await workbench.openFile(workspace.path('documented.dig'));
    await workbench.quick.command('Digdag: Show Documentation');
    for (const theme of ['dark', 'light', 'highContrast'] as const) {
      await useTheme(workbench, theme);
      await workbench.goTo(30);
      expectMatch(await workbench.webviewText(/Prints a text/), /echo>/);
      await workbench.goTo(33);
      expectMatch(await workbench.webviewText(/store_content/), /http>/);
      await workbench.goTo(8);
      const count = await textColours(workbench);
      if (count < 6) throw new Error(`The text has ${count} colours in the theme ${theme}`);
      await workbench.screenshot(theme);
    }
  },
};
