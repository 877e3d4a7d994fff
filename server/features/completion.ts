import { type CompletionItem, type CompletionParams, MarkupKind } from 'vscode-languageserver/node';
import type { Offer } from '../analysis/completion/offer.ts';
import type { DocumentHandler } from '../handlers.ts';
import type { Feature } from '../services.ts';

/** Completion of keys, values and variables. Documentation is made when the client asks for that of one item. */
export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: ['$', '{', '.', '>', '_', '+', '/', "'", '"'], resolveProvider: true },
  },
  register(services) {
    let last: readonly Offer[] = [];
    const complete: DocumentHandler<CompletionParams, CompletionItem[]> = (document, { position }) => {
      const { offers, items } = services.analysis.completionsAt(services, document, document.offsetAt(position));
      last = offers;
      return items;
    };
    services.connection.onCompletion(
      services.handlers.taking('position').document('completion', [], complete, complete),
    );
    services.connection.onCompletionResolve(
      services.handlers.request('completionItem/resolve', async (item: CompletionItem) => {
        const offer = typeof item.data === 'number' ? last[item.data] : undefined;
        if (!offer?.meaning || offer.label !== item.label) return item;
        const kind = services.client.wantsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
        const value = services.analysis.catalogText(offer.meaning, services.say.bind(services));
        return { ...item, documentation: { kind, value } };
      }),
    );
  },
};
