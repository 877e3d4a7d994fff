import { commands, l10n, window, workspace } from 'vscode';

/** Whether the workspace is trusted; where it is not, tells why nothing happens and offers to manage trust. */
export async function isTrusted(reason: string): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = l10n.t('Manage Workspace Trust');
  const chosen = await window.showWarningMessage(reason, manage);
  if (chosen === manage) await commands.executeCommand('workbench.trust.manage');
  return false;
}
