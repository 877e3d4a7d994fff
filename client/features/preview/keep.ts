import { env, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { curlCommand } from '../../../runner/preview/curl.ts';
import type { PreparedPreview } from '../../../runner/preview/prepare.ts';
import { showRequest } from '../../../runner/preview/shown.ts';

/** Puts the request as a curl command into the clipboard; with its secrets only after a yes. */
export async function copyAsCurl(prepared: PreparedPreview, withSecrets: boolean): Promise<void> {
  const { wire, shown, request } = prepared;
  if (!wire || !shown) return;
  if (withSecrets) {
    const copy = l10n.t('Copy with Secrets');
    const detail = l10n.t('Whoever reads the clipboard can read them: other programs, and what you paste into.');
    const question = l10n.t('Copy the request with its secrets in clear text?');
    if ((await window.showWarningMessage(question, { modal: true, detail }, copy)) !== copy) return;
  }
  await env.clipboard.writeText(curlCommand(withSecrets ? showRequest(wire, undefined) : shown, request.insecure));
  window.setStatusBarMessage(l10n.t('The curl command is in the clipboard.'), 5000);
}

/** A new file of the editor's, saved nowhere; where the source is, so that the panel stays in sight. */
export async function openAsNew(workflow: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'digdag', content: workflow });
  await window.showTextDocument(document, ViewColumn.One);
}

/** Asks for a file of the project and writes the workflow there. Secrets are stars in it. */
export async function saveToProject({ task, projectDirectory }: PreparedPreview, workflow: string): Promise<void> {
  const name =
    task.fullName
      .replace(/\^sub/g, '')
      .split('+')
      .at(-1)
      ?.replace(/[^\w-]/g, '_') || 'workflow';
  const defaultUri = Uri.file(`${projectDirectory}/${name}.dig`);
  const uri = await window.showSaveDialog({
    defaultUri,
    filters: { Digdag: ['dig'] },
    title: l10n.t('Save to Project'),
  });
  if (!uri) return;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(workflow));
  await window.showTextDocument(uri, { viewColumn: ViewColumn.One });
  if (workflow.includes('***')) {
    window.showInformationMessage(l10n.t('Secrets in the answer were written as ***.'));
  }
}
