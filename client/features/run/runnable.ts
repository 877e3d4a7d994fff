import { commands, l10n, Uri, window, workspace } from 'vscode';
import { basename, relative } from '../../../core/project/paths.ts';
import { pathOf, topOf } from '../../platform/paths.ts';
import { isTrusted } from '../../platform/trust.ts';
import { unlinked } from '../../platform/unlinked.ts';
import { type WorkflowFile, workflowFile } from '../../platform/workflowFile.ts';
import { projectOf } from './runTask.ts';

/** A workflow that can be run, and where it belongs. */
export interface Runnable extends WorkflowFile {
  readonly path: string;
  readonly project: string;
  readonly top: string;
}

/** The workflow that a command is to run; undefined where it cannot, and the person was told why. */
export async function runnable(argument: unknown): Promise<Runnable | undefined> {
  if (!(await mayRun())) return undefined;
  const file = await workflowFile(argument);
  if (!file) return undefined;
  const path = pathOf(file.uri);
  const top = topOf(file.uri);
  const found = { ...file, path, top, project: projectOf(path, {}, workspace.getWorkspaceFolder(file.uri)) };
  return (await isAccepted(found)) ? found : undefined;
}

export function mayRun(): Promise<boolean> {
  return isTrusted(l10n.t('A workflow runs commands: it is not run in a workspace that you do not trust.'));
}

/** Digdag runs nothing of a project with a file that it refuses: which one, before anything starts. */
async function isAccepted({ path, project, top }: Runnable): Promise<boolean> {
  const { blockersOf } = await import('./main.ts');
  const [blocker, ...others] = blockersOf(project, top);
  if (!blocker) return true;
  const name = relative(project, blocker.path);
  const [line = ''] = blocker.message.split('\n');
  const message =
    blocker.path === path
      ? l10n.t('{0} cannot run: {1}', name, line)
      : l10n.t(
          '{0} cannot run: Digdag refuses {1} beside it, and then runs nothing of the project. {2}',
          basename(path),
          name,
          line,
        );
  const more = others.length === 0 ? '' : ` ${l10n.t('{0} more file(s) are refused.', others.length)}`;
  const show = l10n.t('Show Problem');
  const chosen = await window.showErrorMessage(unlinked(`${message}${more}`), show);
  if (chosen !== show) return false;
  await window.showTextDocument(Uri.file(blocker.path));
  await commands.executeCommand('editor.action.marker.next');
  return false;
}
