import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import { type RequestTarget, requestTargets } from '../../../runner/preview/targets.ts';
import { pathOf } from '../../platform/paths.ts';
import { projectOf } from './prepareRequest.ts';

/**
 * The task that a preview is about: the one under the cursor, the only one there is, else the one that the person picks.
 * @param operator only tasks of this operator are meant
 * @param atCursor whether the cursor counts
 */
export async function chooseTask(
  uri: Uri,
  operator: RequestTarget['operator'] | undefined,
  atCursor: boolean,
): Promise<RequestTarget | undefined> {
  const path = pathOf(uri);
  const all = requestTargets(nodeFileSystem, path, projectOf(uri));
  const targets = operator ? all.filter((target) => target.operator === operator) : all;
  const [only, ...more] = targets;
  if (!only) {
    const name = workspace.asRelativePath(uri);
    const message =
      operator === 'http'
        ? l10n.t('{0} has no http> task, nor has a workflow that it calls.', name)
        : l10n.t('{0} has no http_call> and no http> task, nor has a workflow that it calls.', name);
    await window.showInformationMessage(message);
    return undefined;
  }
  const offset = atCursor ? cursorIn(uri) : undefined;
  const here = targets.filter(({ start, end, path: file }) => file === path && isWithin(offset, start, end));
  const [inner] = here.sort((a, b) => a.end - a.start - (b.end - b.start));
  if (inner) return inner;
  return more.length === 0 ? only : pick(targets);
}

function cursorIn(uri: Uri): number | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString()
    ? editor.document.offsetAt(editor.selection.active)
    : undefined;
}

function isWithin(offset: number | undefined, start: number, end: number): boolean {
  return offset !== undefined && start <= offset && offset <= end;
}

async function pick(targets: readonly RequestTarget[]): Promise<RequestTarget | undefined> {
  const items = targets.map((target): QuickPickItem & { readonly target: RequestTarget } => ({
    label: target.fullName,
    description: `${target.operator}>`,
    detail: workspace.asRelativePath(target.path),
    target,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Whose request?'), matchOnDetail: true });
  return picked?.target;
}
