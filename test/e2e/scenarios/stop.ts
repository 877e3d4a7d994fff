import { existsSync, readFileSync } from 'node:fs';
import type { Scenario } from '../scenario.ts';
import { waitFor } from '../support/wait.ts';

export const stop: Scenario = {
  name: 'Ctrl+C and the stop button end a run and its children',
  async run({ workbench, workspace }) {
    const pid = workspace.path('child.pid');
    workspace.write('long.dig', '+long:\n  sh>: sleep 300 & echo $! > child.pid; echo started; wait\n');
    await workbench.openFile(workspace.path('long.dig'));

    await workbench.quick.command('Digdag: Run Workflow');
    const first = await processIn(pid);
    await workbench.terminalShows(/started/);
    await workbench.interruptTerminal();
    await ended(first);
    await workbench.terminalShows(/cancell?ed/i);
    await workbench.screenshot('interrupted');

    workspace.write('child.pid', '');
    await workbench.quick.command('Digdag: Run Workflow');
    const second = await processIn(pid);
    await workbench.quick.command('Tasks: Terminate Task');
    await workbench.quick.pick('digdag: long.dig');
    await ended(second);

    workspace.write('child.pid', '');
    await workbench.quick.command('Digdag: Run Workflow');
    const third = await processIn(pid);
    await workbench.quick.command('Digdag: Stop Run');
    await ended(third);
  },
};

function processIn(file: string): Promise<number> {
  return waitFor('the child process', () => (existsSync(file) && Number(readFileSync(file, 'utf8'))) || undefined);
}

function ended(pid: number): Promise<true> {
  return waitFor(`process ${pid} to end`, () => !isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
