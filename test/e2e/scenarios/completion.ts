import { readFileSync } from 'node:fs';
import type { Scenario } from '../scenario.ts';
import { Editing } from '../support/editing.ts';
import { waitFor } from '../support/wait.ts';

const written = `timezone: Asia/Tokyo
+fetch:
  for_range>:
    from: 0
    to: 10
    step: 5
  _do:
    +one:
      echo>: \${session_date}
+report:
  echo>: x
`;

/** A workflow from an empty file, by suggestions and keys alone. */
export const completion: Scenario = {
  name: 'a workflow written by completion with the keyboard',
  settings: () => ({ 'editor.tabSize': 2 }),
  async run({ workbench, workspace }) {
    const editing = new Editing(workbench);
    workspace.write('written.dig', '');
    await workbench.openFile(workspace.path('written.dig'));
    await editing.suggest('timez', 'timezone');
    await editing.suggest('Asia/Tok', 'Asia/Tokyo');
    await editing.press('Enter');
    await editing.suggest('+', '+');
    await editing.type('load');
    await editing.press('Tab');
    await editing.suggest('for_r', 'for_range>');
    await editing.shows(/from:\s+to:\s+step:\s+_do:/, 'written.dig');
    for (const value of ['0', '10', '5', 'one']) {
      await editing.type(value);
      await editing.press('Tab');
    }
    await workbench.screenshot('snippet');
    await editing.suggest('ec', 'echo>');
    await editing.type('${');
    await editing.suggest('session_da', 'session_date');
    await workbench.screenshot('completion');
    await editing.press('Control+End');
    await editing.press('Enter');
    for (let depth = 0; depth < 3; depth++) await editing.press('Shift+Tab');
    await editing.suggest('+', '+');
    await editing.type('report');
    await editing.press('Tab');
    await editing.suggest('ec', 'echo>');
    // the formatter leaves one blank
    await editing.type('    x');
    await editing.press('Escape');
    await workbench.goTo(2);
    await editing.renameSymbol('fetch', 'rename');
    await editing.shows(/\+fetch:/, 'written.dig');
    await editing.press('Control+Shift+I');
    await editing.shows(/\+report:\n {2}echo>: x/, 'written.dig');
    await workbench.screenshot('formatted');
    await editing.press('Control+S');
    await waitFor('the saved text', () => readFileSync(workspace.path('written.dig'), 'utf8') === written);
  },
};
