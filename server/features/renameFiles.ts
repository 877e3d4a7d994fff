import { type RenameFilesParams, WillRenameFilesRequest, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** Files and folders that get another name or place in the explorer: the workflows that name them follow. */
export const renameFiles: Feature = {
  capabilities: {
    workspace: { fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } } },
  },
  register(services) {
    const { connection, handlers } = services;
    connection.onRequest(
      WillRenameFilesRequest.type,
      handlers.request<RenameFilesParams, WorkspaceEdit | null>('file rename', ({ files }, token) =>
        services.analysis.editForRenames(services, files, () => token.isCancellationRequested),
      ),
    );
  },
};
