import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';
import { waitFor } from '../support/wait.ts';

/** A workflow from an empty file, by suggestions alone. */
export const completion: Scenario = {
  name: 'a workflow written by completion',
  async run({ workbench, workspace }) {
    workspace.write('written.dig', '');
    await workbench.openFile(workspace.path('written.dig'));
    await workbench.suggest('timez', 'timezone');
    await workbench.suggest('Asia/Tok', 'Asia/Tokyo');
    await workbench.page.keyboard.press('Enter');
    await workbench.suggest('+', '+');
    await workbench.page.keyboard.type('load');
    await workbench.page.keyboard.press('Tab');
    await workbench.suggest('for_r', 'for_range>');
    await workbench.screenshot('completion');
    const written = await waitFor('the operator and what it needs', async () => {
      const text = await workbench.editorText('written.dig');
      return text.includes('_do:') ? text : undefined;
    });
    expectMatch(written, /timezone: Asia\/Tokyo\s+\+load:\s+for_range>:[\s\S]*_do:/);
  },
};
