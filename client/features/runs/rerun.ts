import { l10n, type Task, tasks, Uri, window, workspace } from 'vscode';
import type { RunDefinition } from '../run/definition.ts';
import { mayRun } from '../run/runnable.ts';
import { type RunWorld, runTask } from '../run/runTask.ts';
import type { RunRecord } from './runRecord.ts';

/** Starts an earlier run once more, as it was asked for. */
export async function rerun(world: RunWorld, run: RunRecord): Promise<void> {
  await start(world, run, (definition) => definition);
}

/** Takes an earlier run's session up again: what it did is skipped. */
export async function resume(world: RunWorld, run: RunRecord): Promise<void> {
  await start(world, run, ({ start: _start, goal: _goal, dryRun: _dryRun, ...rest }) => {
    const session = run.sessionTime === undefined ? rest.session : localTime(run.sessionTime);
    return { ...rest, resume: true, ...(session === undefined ? {} : { session }) };
  });
}

/** As --session takes it: in the workflow's zone, which is the one that Digdag prints it in. */
function localTime(sessionTime: string): string {
  return sessionTime.slice(0, 'yyyy-MM-ddTHH:mm:ss'.length).replace('T', ' ');
}

async function start(
  world: RunWorld,
  run: RunRecord,
  change: (definition: RunDefinition) => RunDefinition,
): Promise<void> {
  if (!(await mayRun())) return;
  const { request } = run;
  if (!request) {
    await window.showInformationMessage(l10n.t('How this run was started is not known any more.'));
    return;
  }
  const hidden = await askHidden(request.hidden);
  if (!hidden) return;
  const { definition } = request;
  const params = { ...definition.params, ...hidden };
  const folder = request.folder === undefined ? undefined : workspace.getWorkspaceFolder(Uri.parse(request.folder));
  const whole = Object.keys(params).length === 0 ? definition : { ...definition, params };
  const task: Task = runTask(world, change(whole), folder);
  await tasks.executeTask(task);
}

/** Values that may be secrets were not kept. */
async function askHidden(names: readonly string[]): Promise<Record<string, string> | undefined> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const prompt = l10n.t('Its name looks like a secret: the value is not remembered.');
    const value = await window.showInputBox({ title: name, prompt, password: true, ignoreFocusOut: true });
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}
