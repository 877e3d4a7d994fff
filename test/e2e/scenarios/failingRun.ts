import type { Scenario, ScenarioWorld } from '../scenario.ts';
import { expectEqual, expectMatch } from '../support/expect.ts';
import { followTerminalLink } from '../support/mouse.ts';

export const failingRun: Scenario = {
  name: 'a failing run: its problem, its links, and a notification where one looks elsewhere',
  theme: 'light',
  async run(world) {
    const { workbench } = world;
    // The second time in the terminal of the first.
    for (const code of [3, 4]) {
      await begin(world, 'failing.dig', code);
      await end(world);
      await workbench.terminalShows(new RegExp(`failing\\.dig:4:1: error: \\+failing\\+bad: .* code ${code}`));
    }
    await workbench.screenshot('terminal');
    await followTerminalLink(workbench, 'failing.dig:4:1', /^Ln 4, Col 1$/);
    await followTerminalLink(workbench, '+failing+good', /^Ln 1, Col 1$/);
    expectMatch(await workbench.problem(/\+failing\+bad: .* code 4/), /\[Ln 4, Col 1\]/);
    await workbench.screenshot('problem');

    await begin(world, 'elsewhere.dig', 5);
    await workbench.quick.command('Terminal: Create New Terminal');
    await workbench.terminalShows(/^(?![\s\S]*elsewhere)[\s\S]*\S/);
    await end(world);
    expectMatch(await workbench.notification(/elsewhere\.dig failed/), /\+elsewhere\+bad: Command failed with code 5/);
    await workbench.screenshot('notification');
    // None told of those that ended before the person's eyes.
    expectEqual(await workbench.notificationCount(), 1);
  },
};

/** Runs a workflow up to a task that waits for its `end`. */
async function begin({ workbench, workspace }: ScenarioWorld, name: string, code: number): Promise<void> {
  const bad = `echo is to end with ${code}; while [ -e hold ]; do sleep 0.1; done; exit ${code}`;
  workspace.write(name, `+good:\n  echo>: fine\n\n+bad:\n  sh>: ${bad}\n`);
  workspace.write('hold', '');
  await workbench.openFile(workspace.path(name));
  await (await workbench.codeLens('Run')).click();
  await workbench.terminalShows(new RegExp(`is to end with ${code}`));
  await workbench.badge('1 run(s) going on', 'visible');
}

async function end({ workbench, workspace }: ScenarioWorld): Promise<void> {
  workspace.remove('hold');
  await workbench.badge('1 run(s) going on', 'hidden');
}
