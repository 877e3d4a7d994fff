import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Text } from '../../core/text/text.ts';
import type { Feature, Services } from '../services.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

/** What a client shows and lets the user change. */
interface Prepared {
  readonly range: Range;
  readonly placeholder: string;
}

/** Rename: of tasks with the `_after` that name them, and of variables with all of their uses. */
export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(services) {
    const { connection, handlers } = services;
    connection.onPrepareRename(
      handlers.document<PrepareRenameParams, Prepared | null | ResponseError>(
        'rename',
        null,
        async (document, { position }, token) => {
          const offset = document.offsetAt(position);
          const at = await services.analysis.renamedAt(services, document, offset, () => token.isCancellationRequested);
          if (!at.ok) return refused(services, at.reason);
          return { range: services.range(at.found.place), placeholder: at.symbol.name };
        },
      ),
    );
    connection.onRenameRequest(
      handlers.document<RenameParams, WorkspaceEdit | null | ResponseError>(
        'rename',
        null,
        async (document, { position, newName }, token) => {
          const offset = document.offsetAt(position);
          const isCancelled = () => token.isCancellationRequested;
          const renaming = await services.analysis.renameAt(services, document, offset, newName.trim(), isCancelled);
          if (!renaming.ok) return refused(services, renaming.reason);
          return workspaceEdit(services, renaming.edits);
        },
      ),
    );
  },
};

function refused(services: Services, reason: Text): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, services.say(reason));
}
