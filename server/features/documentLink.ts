import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** Links on the names of files. */
export const documentLink: Feature = {
  capabilities: { documentLinkProvider: {} },
  register(services) {
    const { connection, handlers, files } = services;
    const sourceOf = (path: string) => services.sourceOf(path);
    connection.onDocumentLinks(
      handlers.document<DocumentLinkParams, DocumentLink[]>('document links', [], (document) => {
        if (document.detached) return [];
        const links = [...services.analysis.fileLinks(files, services.checked(document), sourceOf)];
        return links.map(({ place, target }) => ({ range: services.range(place), target: services.uri(target) }));
      }),
    );
  },
};
