import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

const run = (theme: string): Scenario['run'] =>
  async function follow({ workbench, workspace }) {
    workspace.write('documented.dig', '+a:\n  echo>: hello\n+b:\n  http>: https://example.com\n  timeout: 5\n');
    await workbench.openFile(workspace.path('documented.dig'));
    await workbench.command('Digdag: Show Documentation');
    await workbench.goTo(2);
    expectMatch(await workbench.webviewText(/Prints a text/), /echo>/);
    await workbench.goTo(4);
    expectMatch(await workbench.webviewText(/store_content/), /http>/);
    await workbench.screenshot(`documentation-${theme}`);
  };

/** The documentation view follows the cursor, in all kinds of colours. */
export const documentation: readonly Scenario[] = [
  { name: 'documentation that follows the cursor', theme: 'dark', run: run('dark') },
  { name: 'documentation in light colours', theme: 'light', run: run('light') },
  { name: 'documentation in high contrast', theme: 'highContrast', run: run('high-contrast') },
];
