import { l10n, type Uri, commands as vscodeCommands, window, workspace } from 'vscode';
import {
  type CheckProjectParams,
  type CheckProjectResult,
  checkProjectRequest,
  commands as names,
} from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import { readTarget } from '../../platform/target.ts';
import type { LanguageServer } from '../languageServer/languageServer.ts';

/** "Digdag: Check Project": the findings of all its files go to Problems, their counts into a message. */
export function registerCheck(commands: Commands, server: LanguageServer): void {
  commands.register(names.checkProject, async (argument) => {
    const uri = readTarget(argument)?.uri ?? currentFile()?.toString();
    if (uri === undefined) {
      await window.showInformationMessage(l10n.t('Open a .dig file or a folder first: there is nothing to check.'));
      return;
    }
    const params: CheckProjectParams = { uri };
    const result = await server.request<CheckProjectResult>(checkProjectRequest, params);
    if (result) await tell(result);
  });
}

function currentFile(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  return active?.languageId === 'digdag' ? active.uri : workspace.workspaceFolders?.[0]?.uri;
}

async function tell({ files, errors, warnings }: CheckProjectResult): Promise<void> {
  if (errors + warnings === 0) {
    await window.showInformationMessage(l10n.t('Digdag project: no problems in {0} file(s).', files));
    return;
  }
  const show = l10n.t('Show Problems');
  const message = l10n.t('Digdag project: {0} error(s) and {1} warning(s) in {2} file(s).', errors, warnings, files);
  const chosen = await window.showWarningMessage(message, show);
  if (chosen === show) await vscodeCommands.executeCommand('workbench.actions.view.problems');
}
