import { type Documentation, type DocumentationParams, documentationRequest } from '../protocol.ts';
import type { Feature } from '../services.ts';

/** A page about what the cursor is on, for a view beside the editor. */
export const documentation: Feature = {
  capabilities: {},
  register(services) {
    services.connection.onRequest(
      documentationRequest,
      services.handlers.document<DocumentationParams, Documentation | null>(
        'documentation',
        null,
        (document, { position }) => services.analysis.documentationAt(services, document, document.offsetAt(position)),
      ),
    );
  },
};
