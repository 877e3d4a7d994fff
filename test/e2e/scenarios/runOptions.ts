import type { Scenario } from '../scenario.ts';
import { expectEqual } from '../support/expect.ts';

const workflow = `+load:
  sh>: test "\${secret:db.password}" = hidden && echo \${table} with the secret
`;

export const runOptions: Scenario = {
  name: 'runs with parameters and secrets, of single tasks, and dry',
  theme: 'light',
  async run({ workbench, workspace }) {
    workspace.write('load.dig', workflow);
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
    await (await workbench.codeLens('Run')).click();
    await workbench.terminalShows(/output of two[\s\S]*\+parts\+one[\s\S]*Run: success/);
    await workbench.goTo(3);
    await workbench.quick.command('Digdag: Run From This Task');
    await workbench.terminalShows(/skipped +\+parts\+one[\s\S]*output of two[\s\S]*Run: success/);
    await workbench.quick.command('Digdag: Dry Run');
    await workbench.terminalShows(/skipped +\+parts\+two[\s\S]*dry run[\s\S]*Run: success/);
  },
};
