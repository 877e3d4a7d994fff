import type { DefinitionParams, Location } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** Go to definition: of files, variables, aliases and the tasks that `_after` names. */
export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register(services) {
    services.connection.onDefinition(
      services.handlers.taking('position').document<DefinitionParams, Location[]>(
        'definition',
        [],
        (document, { position }) =>
          services.analysis
            .definitionsAt(services, document, document.offsetAt(position))
            .map((place) => services.location(place)),
        (document, { position }) =>
          services.analysis
            .definitionsInTemplate(services, document, document.offsetAt(position))
            .map((place) => services.location(place)),
      ),
    );
  },
};
