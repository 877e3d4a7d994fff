import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

/** Fails until the file `ready` is there; its first task runs as long as `hold` is. */
const flaky = `+prepare:
  sh>: echo prepared >> prepared.log; while [ -e hold ]; do sleep 0.1; done; echo ready to load
+load:
  for_each>: {table: [users, orders]}
  _do:
    +copy:
      sh>: echo copy \${table}; [ -e ready ]
+report:
  echo>: all done
`;

export const runsView: Scenario = {
  name: 'the Runs view shows tasks live, keeps them, and resumes what failed',
  async run({ workbench, workspace }) {
    workspace.write('flaky.dig', flaky);
    workspace.write('hold', '');
    await workbench.openFile(workspace.path('flaky.dig'));
    await workbench.quick.command('Digdag: Run Workflow');
    await workbench.quick.command('Digdag: Focus on Runs View');
    await workbench.treeRow(/flaky\.dig/, 'running');
    await workbench.expandRow(/flaky\.dig/);
    await workbench.treeRow(/\+prepare/, 'running');
    await workbench.treeRow(/\+report/, 'not started yet');
    await workbench.screenshot('live');

    workspace.remove('hold');
    await workbench.treeRow(/flaky\.dig/, 'failed');
    await workbench.treeRow(/\+prepare/, 'succeeded');
    await workbench.treeRow(/\+report/, 'not run');
    await workbench.treeRow(/\+copy/, 'failed');
    await workbench.screenshot('failed');
    expectMatch(await workbench.problem(/\+flaky\+load/), /\[Ln 6, Col 5\]/);

    await workbench.reload();
    await workbench.quick.command('Digdag: Focus on Runs View');
    await workbench.treeRow(/flaky\.dig/, 'failed');
    await workbench.problem(/\+flaky\+load/);

    workspace.write('ready', '');
    await workbench.openFile(workspace.path('flaky.dig'));
    await workbench.quick.command('Digdag: Resume Failed Run');
    // What was skipped stands further up than the terminal shows; the view has it.
    await workbench.terminalShows(/Run: success/);
    await workbench.treeRow(/flaky\.dig/, 'succeeded');
    await workbench.expandRow(/flaky\.dig.*succeeded/);
    await workbench.treeRow(/\+prepare/, 'skipped');
    await workbench.treeRow(/\+report/, 'succeeded');
    await workbench.screenshot('resumed');
    await workbench.noProblem(/\+flaky\+load/);
  },
};
