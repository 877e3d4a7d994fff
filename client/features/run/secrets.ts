import { l10n, window, workspace } from 'vscode';
import type { Commands } from '../../platform/commands.ts';
import { pathOf } from '../../platform/paths.ts';
import type { ProjectSecrets } from '../../platform/secretStorage.ts';
import { isTrusted } from '../../platform/trust.ts';
import { workflowFile } from '../../platform/workflowFile.ts';
import { projectOf } from './runTask.ts';

/** "Digdag: Set Secret…" and "Delete Secret…": what runs of a project see as `${secret:…}`. Names are listed, values never shown. */
export function registerSecrets(commands: Commands, secrets: ProjectSecrets): void {
  commands.register('digdag.setSecret', async (argument) => {
    const project = await projectFor(argument);
    if (project === undefined) return;
    const name = await chooseName(await secrets.names(project));
    if (name === undefined) return;
    const value = await window.showInputBox({
      title: l10n.t('The value of {0}', name),
      prompt: l10n.t('Kept encrypted by VS Code, for the runs of {0}', project),
      password: true,
      ignoreFocusOut: true,
    });
    if (value !== undefined && value !== '') await secrets.set(project, name, value);
  });
  commands.register('digdag.deleteSecret', async (argument) => {
    const project = await projectFor(argument);
    if (project === undefined) return;
    const names = await secrets.names(project);
    if (names.length === 0) {
      await window.showInformationMessage(l10n.t('VS Code keeps no secrets for {0}.', project));
      return;
    }
    const chosen = await window.showQuickPick(names, {
      title: l10n.t('Which secrets shall be deleted?'),
      canPickMany: true,
    });
    for (const name of chosen ?? []) await secrets.delete(project, name);
  });
}

async function projectFor(argument: unknown): Promise<string | undefined> {
  if (!(await isTrusted(l10n.t('Secrets are given to no run in a workspace that you do not trust.')))) return undefined;
  const file = await workflowFile(argument);
  return file && projectOf(pathOf(file.uri), {}, workspace.getWorkspaceFolder(file.uri));
}

async function chooseName(known: readonly string[]): Promise<string | undefined> {
  const add = l10n.t('A New Secret…');
  const chosen =
    known.length === 0 ? add : await window.showQuickPick([add, ...known], { title: l10n.t('Which secret?') });
  if (chosen !== add) return chosen;
  return window.showInputBox({
    title: l10n.t('The name of the secret'),
    prompt: l10n.t('As it is written behind secret: in the workflow, for example db.password'),
    ignoreFocusOut: true,
    validateInput: (name) =>
      /^[^\s.*]+(?:\.[^\s.*]+)*$/.test(name) ? undefined : l10n.t('Parts with dots between them'),
  });
}
