import { chmodSync } from 'node:fs';
import type { Scenario } from '../scenario.ts';
import { expectMatch } from '../support/expect.ts';

/** What stands for the real command: it prints what Digdag printed when it was recorded. */
const fakeDigdag = `#!/bin/sh
at() { printf '2026-01-02 03:04:05 +0000 [%s] (%s) io.digdag.core.%s\\n' "$1" "$2" "$3"; }
at INFO main 'workflow.WorkflowExecutor: Starting a new session project id=1 workflow name=main2 session_time=2026-01-02T00:00:00+00:00'
at INFO '0021@[0:default:1:1]+main2+a' 'agent.OperatorManager: echo>: hello'
echo 'hello of digdag'
at INFO '0021@[0:default:1:1]+main2+b' 'agent.OperatorManager: sh>: exit 3'
at ERROR '0021@[0:default:1:1]+main2+b' 'agent.OperatorManager: Task failed with unexpected error: Command failed with code 3'
printf 'error: \\n  * +main2+b:\\n    Command failed with code 3 (runtime)\\n\\nTask state is saved at x directory.\\n' >&2
exit 1
`;

export const digdagEngine: Scenario = {
  name: 'the digdag command as the engine',
  theme: 'highContrast',
  settings: (path) => ({ 'digkit.run.engine': 'digdag', 'digkit.run.digdagPath': path('fake-digdag') }),
  async run({ workbench, workspace }) {
    workspace.write('fake-digdag', fakeDigdag);
    chmodSync(workspace.path('fake-digdag'), 0o755);
    workspace.write('main2.dig', '+a:\n  echo>: hello\n+b:\n  sh>: exit 3\n');
    await workbench.openFile(workspace.path('main2.dig'));
    await workbench.quick.command('Digdag: Run Workflow');
    const text = await workbench.terminalShows(/main2\.dig:3:1: error: \+main2\+b: Command failed with code 3/);
    expectMatch(text, /hello of digdag[\s\S]*Run: failed/);
    expectMatch(await workbench.problem(/\+main2\+b/), /\[Ln 3, Col 1\]/);
    await workbench.quick.command('Digdag: Focus on Runs View');
    await workbench.treeRow(/main2\.dig/, 'failed');
    await workbench.expandRow(/main2\.dig/);
    await workbench.treeRow(/\+a/, 'succeeded');
    await workbench.treeRow(/\+b/, 'failed');
    await workbench.screenshot('runs');
  },
};
