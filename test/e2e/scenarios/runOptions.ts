import type { Scenario } from '../scenario.ts';
import { expectEqual, expectMatch } from '../support/expect.ts';

const workflow = `+first:
  echo>: first of \${table}
+second:
  echo>: second of \${table}
+third:
  sh>: test "\${secret:db.password}" = hidden && echo the secret is known
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
    const all = await workbench.terminalShows(/Run: success/);
    expectMatch(all, /second of users/);
    expectMatch(all, /the secret is known/);

    // Remembered: the form stands at its last row.
    await workbench.goTo(3);
    await workbench.command('Digdag: Run Workflow with Parameters');
    await workbench.pick('Run');
    await workbench.terminalShows(/second of users[\s\S]*Run: success/);

    workspace.write('load.dig', workflow.replaceAll('${table}', 'none'));
    await workbench.goTo(3);
    await workbench.command('Digdag: Run This Task');
    const one = await workbench.terminalShows(/second of none[\s\S]*Run: success/);
    expectEqual(/first of|the secret/.test(one), false);
    await workbench.command('Digdag: Run From This Task');
    await workbench.terminalShows(/skipped +\+load\+first[\s\S]*the secret is known[\s\S]*Run: success/);
    await workbench.command('Digdag: Dry Run');
    await workbench.terminalShows(/skipped +\+load\+third[\s\S]*dry run[\s\S]*Run: success/);
  },
};
