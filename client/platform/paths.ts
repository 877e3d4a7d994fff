import { Uri, workspace } from 'vscode';
import { basename, dirname } from '../../core/project/paths.ts';

/** The core's spelling of a file's path: `/` on every system. */
export function pathOf(uri: Uri): string {
  return uri.fsPath.replaceAll('\\', '/');
}

/** The folder above which no project of the file lies: its workspace folder, else its own. */
export function topOf(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder ? pathOf(folder.uri) : dirname(pathOf(uri));
}

/** The last name in the path of a URI's text. */
export function nameOf(uri: string): string {
  return basename(Uri.parse(uri).path);
}
