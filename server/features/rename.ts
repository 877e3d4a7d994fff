import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Text } from '../../core/text/text.ts';
import type { DocumentHandler } from '../handlers.ts';
import type { Feature, Services } from '../services.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

/** What a client shows and lets the user change. */
interface Prepared {
  readonly range: Range;
  readonly placeholder: string;
}

/** Rename: of tasks with the `_after` that name them, of variables with all of their uses, and of files with all that name them. */
export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(services) {
    const { connection, handlers } = services;
    const prepare: DocumentHandler<PrepareRenameParams, Prepared | ResponseError> = async (
      document,
      { position },
      token,
    ) => {
      const offset = document.offsetAt(position);
      const at = await services.analysis.renamedAt(services, document, offset, () => token.isCancellationRequested);
      if (!at.ok) return refused(services, at.reason);
      return { range: services.range(at.found.place), placeholder: at.name };
    };
    const perform: DocumentHandler<RenameParams, WorkspaceEdit | ResponseError> = async (
      document,
      { position, newName },
      token,
    ) => {
      const offset = document.offsetAt(position);
      const isCancelled = () => token.isCancellationRequested;
      const renaming = await services.analysis.renameAt(services, document, offset, newName.trim(), isCancelled);
      if (!renaming.ok) return refused(services, renaming.reason);
      const { edits, move, computed = [] } = renaming;
      if (move && !services.client.asksBeforeRenames) services.analysis.tellComputed(services, computed);
      return workspaceEdit(services, edits, move && [{ kind: 'rename', path: move.from, to: move.to }]);
    };
    connection.onPrepareRename(handlers.taking('position').document('rename', null, prepare, prepare));
    connection.onRenameRequest(handlers.taking('position', 'newName').document('rename', null, perform, perform));
  },
};

function refused(services: Services, reason: Text): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, services.say(reason));
}
