import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver/node';
import { pathOf } from './paths.ts';

export interface FileChange {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

const kinds = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

/** Asks the client to tell of files: of all whether they are there, and of those whose text counts when it changes. */
export function watchFiles(connection: Connection, changed: (changes: readonly FileChange[]) => void): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    changed(changes.map(({ uri, type }) => ({ path: pathOf(uri), kind: kinds[type] })));
  });
  const watchers = [
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    { globPattern: '**/*.{dig,yml,yaml,sql,py,rb,sh,json}', kind: WatchKind.Change },
    { globPattern: '**/.digdagignore', kind: WatchKind.Change },
  ];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
    connection.console.error(`Files are not watched: ${String(error)}`);
  });
}
