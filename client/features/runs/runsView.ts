import { type ExtensionContext, type LogOutputChannel, l10n, commands as vscodeCommands, window } from 'vscode';
import type { Commands } from '../../platform/commands.ts';
import { readTarget } from '../../platform/target.ts';
import type { RunWorld } from '../run/runTask.ts';
import { TaskExecutions } from './executions.ts';
import { RunFailures } from './failures.ts';
import { goTo } from './goTo.ts';
import { notice } from './notice.ts';
import { OutputDocuments } from './outputDocuments.ts';
import { rerun, resume } from './rerun.ts';
import type { RunRecord } from './runRecord.ts';
import { RunStore } from './runStore.ts';
import { RunsNode, RunsTree } from './runsTree.ts';
import { registerTerminalLinks } from './terminalLinks.ts';
import { stateText, timeText, titleOf } from './words.ts';

/** The Runs view, and what else shows runs: Problems, links in terminals, a notice at the end. */
export function registerRuns(
  context: ExtensionContext,
  commands: Commands,
  world: RunWorld,
  journals: string,
  log: LogOutputChannel,
): void {
  const failed = (error: unknown): void => log.error(String(error));
  const store = new RunStore(journals, (run, before) => changed(run, before), failed);
  const look = (): void => {
    store.look().catch(failed);
  };
  const executions = new TaskExecutions(() => store.expect(), look);
  const tree = new RunsTree(store);
  const view = window.createTreeView('digkit.runs', { treeDataProvider: tree, showCollapseAll: true });
  const documents = new OutputDocuments(store);
  const failures = new RunFailures(store);
  context.subscriptions.push(view, store, executions, documents, failures, registerTerminalLinks(store, executions));

  function changed(run: RunRecord | undefined, before: RunRecord['state'] | undefined): void {
    tree.refresh(before === undefined ? undefined : run);
    failures.refresh();
    if (run) documents.follow(run);
    const running = store.runs.filter(({ state }) => state === 'running').length;
    view.badge = running === 0 ? undefined : { value: running, tooltip: l10n.t('{0} run(s) going on', running) };
    tellContext('digkit.isRunning', running > 0);
    tellContext(
      'digkit.canResume',
      store.runs.some(({ canResume }) => canResume),
    );
    tellContext('digkit.hasRuns', store.runs.length > 0);
    if (run && before === 'running' && run.state !== 'running') notice(run, executions).catch(failed);
  }

  function tellContext(key: string, value: boolean): void {
    vscodeCommands.executeCommand('setContext', key, value).then(undefined, failed);
  }

  registerActions(commands, world, store, executions, documents);
  look();
}

function registerActions(
  commands: Commands,
  world: RunWorld,
  store: RunStore,
  executions: TaskExecutions,
  documents: OutputDocuments,
): void {
  const runOf = (argument: unknown): RunRecord | undefined =>
    argument instanceof RunsNode ? argument.run : typeof argument === 'string' ? store.find(argument) : undefined;
  const running = (): RunRecord[] => store.runs.filter(({ state }) => state === 'running');

  commands.register('digdag.openRunOutput', async (argument) => {
    const run = runOf(argument) ?? (await pick(store.runs, l10n.t('There are no runs yet.')));
    if (run) await documents.show(run, argument instanceof RunsNode ? argument.task : undefined);
  });
  commands.register('digdag.goToTaskOfRun', async (argument) => {
    if (argument instanceof RunsNode && argument.task) await goTo(argument.task);
  });
  commands.register('digdag.rerun', async (argument) => {
    const run = runOf(argument) ?? (await pick(store.runs, l10n.t('There are no runs yet.')));
    if (run) await rerun(world, run);
  });
  commands.register('digdag.resumeRun', async (argument) => {
    const run = runOf(argument) ?? (await resumable(argument));
    if (run) await resume(world, run);
  });
  commands.register('digdag.stopRun', async (argument) => {
    const run = runOf(argument) ?? (await pick(running(), l10n.t('Nothing runs.')));
    if (run) await stop(run, executions);
  });
  commands.register('digdag.removeRun', async (argument) => {
    const run = runOf(argument);
    if (run && run.state !== 'running') await store.remove([run.id]);
  });
  commands.register('digdag.clearRuns', async () => {
    await store.remove(store.runs.filter(({ state }) => state !== 'running').map(({ id }) => id));
  });

  /** The last run of the workflow in the editor that can be taken up, else of any. */
  async function resumable(argument: unknown): Promise<RunRecord | undefined> {
    const all = store.runs.filter(({ canResume }) => canResume);
    const uri = readTarget(argument)?.uri ?? window.activeTextEditor?.document.uri.toString();
    const own = all.filter(({ request }) => request !== undefined && uri?.endsWith(encodeURI(request.file)));
    return own[0] ?? (await pick(all, l10n.t('There is no failed or stopped run to resume.')));
  }
}

/** The only one of some runs, or the one that the person chooses. */
async function pick(runs: readonly RunRecord[], none: string): Promise<RunRecord | undefined> {
  const [only, ...others] = runs;
  if (!only) {
    await window.showInformationMessage(none);
    return undefined;
  }
  if (others.length === 0) return only;
  const items = runs.map((run) => ({
    label: titleOf(run),
    description: `${stateText(run.state)} · ${timeText(run.startedAt)}`,
    run,
  }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which run?') }))?.run;
}

async function stop({ pid, state }: RunRecord, executions: TaskExecutions): Promise<void> {
  if (state !== 'running' || pid === undefined || executions.stop(pid)) return;
  // Started by a window that is gone: its signal is the one that Ctrl+C sends.
  process.kill(pid, 'SIGINT');
}
