import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** Hover: what a key means, and what `${…}` becomes. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(services) {
    services.connection.onHover(
      services.handlers.document<HoverParams, Hover | null>('hover', null, async (document, { position }, token) => {
        const found = await services.analysis.hoverAt(services, document, document.offsetAt(position), token);
        if (!found) return null;
        const kind = services.client.wantsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
        return { contents: { kind, value: found.markdown }, range: document.range(found.start, found.end) };
      }),
    );
  },
};
