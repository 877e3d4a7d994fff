import { commands, l10n, window } from 'vscode';
import { unlinked } from '../../platform/unlinked.ts';
import { isToBeTold } from './attention.ts';
import type { TaskExecutions } from './executions.ts';
import type { RunRecord } from './runRecord.ts';
import { durationText, titleOf } from './words.ts';

/** Tells the end of a run where the person looks elsewhere: in another window, or at another terminal. */
export async function notice(run: RunRecord, executions: TaskExecutions): Promise<void> {
  const terminal = window.activeTerminal;
  const process = terminal && executions.processIn(terminal);
  if (!isToBeTold(run, { isFocused: window.state.focused, process })) return;
  const show = l10n.t('Show Output');
  const resume = l10n.t('Resume');
  const time = durationText(run.duration ?? 0);
  const chosen =
    run.state === 'success'
      ? await window.showInformationMessage(l10n.t('{0} succeeded in {1}.', titleOf(run), time), show)
      : await window.showErrorMessage(unlinked(failureText(run)), show, ...(run.canResume ? [resume] : []));
  if (chosen === show) await commands.executeCommand('digdag.openRunOutput', run.id);
  if (chosen === resume) await commands.executeCommand('digdag.resumeRun', run.id);
}

function failureText(run: RunRecord): string {
  const [first, ...others] = run.failed;
  if (!first) return l10n.t('{0} failed: {1}', titleOf(run), run.refusal?.split('\n')[0] ?? '');
  const reason = `${first.name}: ${first.message?.split('\n')[0] ?? ''}`;
  const more = others.length === 0 ? '' : ` ${l10n.t('{0} more task(s) failed.', others.length)}`;
  return `${l10n.t('{0} failed: {1}', titleOf(run), reason)}${more}`;
}
