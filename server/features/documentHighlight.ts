import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from 'vscode-languageserver/node';
import type { DocumentHandler } from '../handlers.ts';
import type { Feature } from '../services.ts';

/** Highlights of what the cursor is on: where it is defined, and where it is used. */
export const documentHighlight: Feature = {
  capabilities: { documentHighlightProvider: true },
  register(services) {
    const highlights: DocumentHandler<DocumentHighlightParams, DocumentHighlight[]> = (document, { position }) =>
      services.analysis.occurrencesInFile(services, document, document.offsetAt(position)).map(({ place, role }) => ({
        range: services.range(place),
        kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    services.connection.onDocumentHighlight(
      services.handlers.taking('position').document('highlights', [], highlights, highlights),
    );
  },
};
