import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

export const diagnostics: Scenario = {
  name: 'a diagnostic in Problems, and a hover',
  async run({ workbench, workspace }) {
    workspace.write('broken.dig', '+two:\n  sh>: echo one\n  echo>: two\n');
    await workbench.openFile(workspace.path('broken.dig'));
    expectMatch(await workbench.problem(/more than one operator/), /digdag|two-operators/i);
    await workbench.screenshot('problem');
    await workbench.openFile(workspace.path('main.dig'));
    expectMatch(await workbench.hover('http_call>'), /http_call/);
    await workbench.screenshot('hover-operator');
    expectMatch(await workbench.hover('session_time'), /\d{4}-\d\d-\d\dT/);
    await workbench.screenshot('hover-expression');
  },
};
