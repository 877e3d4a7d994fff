import type { Location, ReferenceParams } from 'vscode-languageserver/node';
import type { DocumentHandler } from '../handlers.ts';
import type { Feature } from '../services.ts';

/** Find references: of tasks, variables and files; of files in the whole project. */
export const references: Feature = {
  capabilities: { referencesProvider: true },
  register(services) {
    const find: DocumentHandler<ReferenceParams, Location[]> = async (document, { position, context }, token) => {
      const isCancelled = () => token.isCancellationRequested;
      const found = await services.analysis.findSymbol(services, document, document.offsetAt(position), isCancelled);
      return (found?.occurrences ?? [])
        .filter(({ role }) => role === 'use' || context.includeDeclaration)
        .map(({ place }) => services.location(place));
    };
    services.connection.onReferences(
      services.handlers.taking('position', 'context').document('references', [], find, find),
    );
  },
};
