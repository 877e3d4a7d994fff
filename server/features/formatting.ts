import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver/node';
import type { FormatOptions } from '../../core/format/format.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Formatting of a document or a range of it. A text that Digdag refuses stays as it is: its diagnostics tell why. */
export const formatting: Feature = {
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  register(services) {
    const { connection, handlers } = services;
    connection.onDocumentFormatting(
      handlers.document<DocumentFormattingParams, TextEdit[]>('formatting', [], (document) =>
        editsOf(services, document),
      ),
    );
    connection.onDocumentRangeFormatting(
      handlers
        .taking('range')
        .document<DocumentRangeFormattingParams, TextEdit[]>('formatting', [], (document, { range }) =>
          editsOf(services, document, {
            range: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
          }),
        ),
    );
  },
};

function editsOf(services: Services, document: OpenDocument, options?: FormatOptions): TextEdit[] {
  const formatted = services.analysis.format(document.text, options);
  if (!formatted.ok) {
    services.connection.console.info(`${document.path} is not formatted: ${services.say(formatted.reason)}`);
    return [];
  }
  return formatted.edits.map(({ start, end, newText }) => ({ range: document.range(start, end), newText }));
}
