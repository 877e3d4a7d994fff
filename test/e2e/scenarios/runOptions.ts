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

    await workbench.command('Digdag: Set Secret');
    await workbench.enter('db.password');
    await workbench.enter('hidden');
    await workbench.command('Digdag: Run Workflow with Parameters');
    await workbench.pick('table');
    await workbench.enter('users');
    await workbench.screenshot('filled');
    await workbench.pick('Run');
    await workbench.terminalShows(/users with the secret[\s\S]*Run: success/);

    // Remembered: the form stands at its last row.
    await workbench.command('Digdag: Run Workflow with Parameters');
    await workbench.pick('Run');
    await workbench.terminalShows(/users with the secret[\s\S]*Run: success/);

    // Of two tasks only, so that the terminal shows all of a run.
    workspace.write('parts.dig', '+one:\n  echo>: output of one\n+two:\n  echo>: output of two\n');
    await workbench.openFile(workspace.path('parts.dig'));
    await workbench.goTo(3);
    await workbench.command('Digdag: Run This Task');
    const alone = await workbench.terminalShows(/output of two[\s\S]*Run: success/);
    expectEqual(alone.includes('output of one'), false);
    await (await workbench.codeLens('Run')).click();
    await workbench.terminalShows(/output of two[\s\S]*\+parts\+one[\s\S]*Run: success/);
    await workbench.goTo(3);
    await workbench.command('Digdag: Run From This Task');
    await workbench.terminalShows(/skipped +\+parts\+one[\s\S]*output of two[\s\S]*Run: success/);
    await workbench.command('Digdag: Dry Run');
    await workbench.terminalShows(/skipped +\+parts\+two[\s\S]*dry run[\s\S]*Run: success/);
  },
};
