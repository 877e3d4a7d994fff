import { SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** Workspace symbols: the workflows of all folders, and their tasks. */
export const workspaceSymbol: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register(services) {
    services.connection.onWorkspaceSymbol(
      services.handlers
        .taking('query')
        .request<WorkspaceSymbolParams, SymbolInformation[]>('workspace symbols', async ({ query }, token) => {
          const found = await services.analysis.symbolsLike(services, query, () => token.isCancellationRequested);
          return found.map(({ name, container, place, isWorkflow }) => {
            const { uri, range } = services.location(place);
            return SymbolInformation.create(
              name,
              isWorkflow ? SymbolKind.File : SymbolKind.Function,
              range,
              uri,
              container,
            );
          });
        }),
    );
  },
};
