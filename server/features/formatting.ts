import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver/node';
import type { FormatOptions } from '../../core/format/format.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Formatting of a document or a range of it, and of the line that Enter makes. A text that Digdag refuses stays as it is: its diagnostics tell why. */
export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  },
  register(services) {
    const { connection, handlers } = services;
    connection.onDocumentFormatting(
      handlers.document<DocumentFormattingParams, TextEdit[]>('formatting', [], (document, { options }) =>
        editsOf(services, document, { width: widthOf(options) }),
      ),
    );
    connection.onDocumentRangeFormatting(
      handlers
        .taking('range')
        .document<DocumentRangeFormattingParams, TextEdit[]>('formatting', [], (document, { range, options }) =>
          editsOf(services, document, {
            range: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
            width: widthOf(options),
          }),
        ),
    );
    connection.onDocumentOnTypeFormatting(
      handlers
        .taking('position')
        .document<DocumentOnTypeFormattingParams, TextEdit[]>('formatting', [], (document, params) => {
          const { text } = document;
          const at = document.offsetAt(params.position);
          const edits = services.analysis.indentNewLine(text, at, widthOf(params.options));
          return edits.map(({ start, end, newText }) => ({ range: document.range(start, end), newText }));
        }),
    );
  },
};

/** YAML takes no tabs: where an editor is set to these, two spaces are as good as any. */
function widthOf({ insertSpaces, tabSize }: FormattingOptions): number {
  return insertSpaces && tabSize >= 1 && tabSize <= 8 ? tabSize : 2;
}

function editsOf(services: Services, document: OpenDocument, options: FormatOptions): TextEdit[] {
  const { document: tree } = services.checked(document).file;
  const formatted = services.analysis.format(document.text, { ...options, document: tree });
  if (!formatted.ok) {
    services.connection.console.info(`${document.path} is not formatted: ${services.say(formatted.reason)}`);
    return [];
  }
  return formatted.edits.map(({ start, end, newText }) => ({ range: document.range(start, end), newText }));
}
