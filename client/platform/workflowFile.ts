import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { readTarget } from './target.ts';

/** A workflow on a disk that a command is about, saved. */
export interface WorkflowFile {
  readonly uri: Uri;
  readonly task: string | undefined;
}

const mostFiles = 500;

/** The workflow that a command is about: what its caller named, else the active editor's, else the one that the person picks. Undefined where there is none; the person was told. */
export async function workflowFile(argument: unknown): Promise<WorkflowFile | undefined> {
  const target = readTarget(argument);
  const uri = target ? Uri.parse(target.uri, true) : (activeWorkflow() ?? (await pickWorkflow()));
  if (!uri || !(await isOnDisk(uri))) return undefined;
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty && !(await open.save())) {
    await window.showErrorMessage(l10n.t('{0} could not be saved.', uri.fsPath));
    return undefined;
  }
  return { uri, task: target?.task };
}

function activeWorkflow(): Uri | undefined {
  const document: TextDocument | undefined = window.activeTextEditor?.document;
  return document?.languageId === 'digdag' ? document.uri : undefined;
}

async function pickWorkflow(): Promise<Uri | undefined> {
  const files = await workspace.findFiles('**/*.dig', '**/{node_modules,.digdag}/**', mostFiles);
  if (files.length === 0) {
    await window.showInformationMessage(l10n.t('Open a .dig file first: there is none in this workspace.'));
    return undefined;
  }
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  items.sort((a, b) => (a.label < b.label ? -1 : 1));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which workflow?') });
  return picked?.uri;
}

async function isOnDisk(uri: Uri): Promise<boolean> {
  if (uri.scheme === 'file') return true;
  const reason =
    uri.scheme === 'untitled'
      ? l10n.t('Save the workflow to a file first.')
      : l10n.t('This needs a workflow file on a disk; {0} is none.', uri.toString(true));
  await window.showInformationMessage(reason);
  return false;
}
