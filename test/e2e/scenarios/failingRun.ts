import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const failingRun: Scenario = {
  name: "a failing run's problem at the task's line",
  theme: 'light',
  async run({ workbench, workspace }) {
    workspace.write('failing.dig', '+good:\n  echo>: fine\n\n+bad:\n  sh>: echo no; exit 3\n');
    await workbench.openFile(workspace.path('failing.dig'));
    await (await workbench.codeLens('Run')).click();
    await workbench.terminalShows(/failing\.dig:4:1: error: \+failing\+bad/);
    await workbench.screenshot('terminal');
    expectMatch(await workbench.problem(/\+failing\+bad/), /\[Ln 4, Col 1\]/);
    await workbench.screenshot('problem');
  },
};
