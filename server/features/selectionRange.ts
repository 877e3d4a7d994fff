import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver/node';
import type { Span } from '../analysis/position/spansAround.ts';
import type { Feature } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Growing selections: expression, value, key with its value, the map around it, and so on. */
export const selectionRange: Feature = {
  capabilities: { selectionRangeProvider: true },
  register(services) {
    services.connection.onSelectionRanges(
      services.handlers
        .taking('positions')
        .document<SelectionRangeParams, SelectionRange[]>('selection', [], (document, { positions }) => {
          const { root } = services.checked(document).file.document;
          return positions.map((position) => {
            const spans = services.analysis.spansAround(root, document.text, document.offsetAt(position));
            return chain(document, [{ start: 0, end: document.text.length }, ...spans]);
          });
        }),
    );
  },
};

function chain(document: OpenDocument, spans: readonly Span[]): SelectionRange {
  let range: SelectionRange = { range: document.range(0, document.text.length) };
  let before: Span = { start: 0, end: document.text.length };
  for (const { start, end } of spans) {
    const isSmaller = before.start <= start && end <= before.end && end - start < before.end - before.start;
    if (!isSmaller) continue;
    range = { range: document.range(start, end), parent: range };
    before = { start, end };
  }
  return range;
}
