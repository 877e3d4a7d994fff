import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver/node';
import type { HoverText } from '../analysis/hover/hoverAt.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Hover: what a key means, and what `${…}` becomes. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(services) {
    services.connection.onHover(
      services.handlers.taking('position').document<HoverParams, Hover | null>(
        'hover',
        null,
        async (document, { position }, token) => {
          const { hoverAt } = services.analysis;
          return shown(services, document, await hoverAt(services, document, document.offsetAt(position), token));
        },
        async (document, { position }, token) => {
          const { hoverInTemplate } = services.analysis;
          return shown(
            services,
            document,
            await hoverInTemplate(services, document, document.offsetAt(position), token),
          );
        },
      ),
    );
  },
};

function shown({ client }: Services, document: OpenDocument, found: HoverText | null): Hover | null {
  if (!found) return null;
  const kind = client.wantsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range: document.range(found.start, found.end) };
}
