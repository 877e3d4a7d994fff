import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver/node';
import type { Offer } from '../analysis/completion/offer.ts';
import type { Typed } from '../analysis/position/typed.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Completion of keys, values and variables. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['$', '{', '.', '>', '_', '+', '/'] } },
  register(services) {
    services.connection.onCompletion(
      services.handlers.document<CompletionParams, CompletionItem[]>('completion', [], (document, { position }) => {
        const offset = document.offsetAt(position);
        const typed = services.analysis.typedAt(document.text, offset);
        if (!typed) return [];
        const offers = services.analysis.offersFor(services, document, typed, offset);
        return offers.map((offer) => itemOf(services, document, typed, offer));
      }),
    );
  },
};

const kinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  operator: CompletionItemKind.Function,
  option: CompletionItemKind.Keyword,
  parameter: CompletionItemKind.Property,
  task: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  variable: CompletionItemKind.Variable,
};

function itemOf(services: Services, document: OpenDocument, { kind, start, end }: Typed, offer: Offer): CompletionItem {
  const { label, detail, meaning, rank, deprecated } = offer;
  const hasColon = kind === 'key' && /^[ ]*:/.test(document.text.slice(end, end + 20));
  const snippet = services.client.wantsSnippets && !hasColon ? offer.snippet : undefined;
  const plain = kind === 'key' && !hasColon ? `${label}: ` : label;
  const item: CompletionItem = {
    label,
    kind: kinds[offer.kind],
    sortText: `${rank} ${label}`,
    textEdit: { range: document.range(start, end), newText: snippet ?? plain },
  };
  if (snippet !== undefined) item.insertTextFormat = InsertTextFormat.Snippet;
  if (detail !== undefined) item.detail = detail;
  if (deprecated) item.tags = [CompletionItemTag.Deprecated];
  if (meaning) {
    const markup = services.client.wantsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    item.documentation = { kind: markup, value: services.analysis.catalogText(meaning, services.say.bind(services)) };
  }
  return item;
}
