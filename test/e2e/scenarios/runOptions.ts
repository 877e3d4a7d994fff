import { existsSync, readFileSync } from 'node:fs';
import type { Scenario } from '../scenario.ts';
import { expectEqual } from '../support/expect.ts';
import { chooseAtLineNumber } from '../support/mouse.ts';
import { waitFor } from '../support/wait.ts';

const workflow = `+load:
  sh>: test "\${secret:db.password}" = hidden && echo \${table} with the secret
`;

/** A run in the background that another waits for. */
const nightly = {
  version: '2.0.0',
  tasks: [
    { type: 'digdag', label: 'wait', workflow: 'waits.dig', isBackground: true, problemMatcher: '$digkit' },
    { type: 'digdag', label: 'go on', workflow: 'goes-on.dig', params: { who: 'report' }, problemMatcher: [] },
    { label: 'nightly', dependsOn: ['wait', 'go on'], dependsOrder: 'sequence', problemMatcher: [] },
  ],
};

export const runOptions: Scenario = {
  name: 'runs with parameters and secrets, of single tasks, dry, and as tasks.json says',
  theme: 'light',
  async run({ workbench, workspace }) {
    workspace.write('load.dig', workflow);
    workspace.write('.vscode/tasks.json', JSON.stringify(nightly));
    await workbench.openFile(workspace.path('load.dig'));

    await workbench.quick.command('Digdag: Set Secret');
    await workbench.quick.enter('The name of the secret', 'db.password');
    await workbench.quick.enter('The value of db.password', 'hidden');
    await workbench.quick.command('Digdag: Run Workflow with Parameters');
    await workbench.quick.pick('table');
    await workbench.quick.enter('table', 'users');
    await workbench.screenshot('filled');
    await workbench.quick.pick('Run');
    await workbench.terminalShows(/users with the secret[\s\S]*Run: success/);

    // Remembered: the form stands at its last row.
    await workbench.quick.command('Digdag: Run Workflow with Parameters');
    await workbench.quick.pick('Run');
    await workbench.terminalShows(/users with the secret[\s\S]*Run: success/);

    // Of two tasks only, so that the terminal shows all of a run.
    workspace.write('parts.dig', '+one:\n  echo>: output of one\n+two:\n  echo>: output of two\n');
    await workbench.openFile(workspace.path('parts.dig'));
    await workbench.goTo(3);
    await workbench.quick.command('Digdag: Run This Task');
    const alone = await workbench.terminalShows(/output of two[\s\S]*Run: success/);
    expectEqual(alone.includes('output of one'), false);
    // The menu at a line's number is about that line.
    await chooseAtLineNumber(workbench, 1, 'Run This Task');
    const clicked = await workbench.terminalShows(/output of one[\s\S]*Run: success/);
    expectEqual(clicked.includes('output of two'), false);
    await (await workbench.codeLens('Run')).click();
    await workbench.terminalShows(/output of two[\s\S]*\+parts\+one[\s\S]*Run: success/);
    await workbench.goTo(3);
    await workbench.quick.command('Digdag: Run From This Task');
    await workbench.terminalShows(/skipped +\+parts\+one[\s\S]*output of two[\s\S]*Run: success/);
    await workbench.goTo(1);
    await workbench.quick.command('Digdag: Run Up To This Task');
    await workbench.terminalShows(/output of one[\s\S]*skipped +\+parts\+two[\s\S]*not asked for[\s\S]*Run: success/);
    await workbench.quick.command('Digdag: Dry Run');
    await workbench.terminalShows(/skipped +\+parts\+two[\s\S]*dry run[\s\S]*Run: success/);

    workspace.write('waits.dig', '+wait:\n  sh>: sleep 2; echo waited >> order.log\n');
    workspace.write('goes-on.dig', '+go:\n  sh>: echo ${who} went on >> order.log\n');
    await workbench.quick.command('Tasks: Run Task');
    await workbench.quick.pick('nightly');
    const order = await waitFor(
      'both runs',
      () => lines(workspace.path('order.log')).length > 1 && lines(workspace.path('order.log')),
    );
    expectEqual(order.join(', '), 'waited, report went on');
  },
};

function lines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}
