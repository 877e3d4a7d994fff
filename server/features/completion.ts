import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver/node';
import { keyOffers } from '../completion/keys.ts';
import type { Offer } from '../completion/offer.ts';
import { valueOffers } from '../completion/values.ts';
import { variableOffers } from '../completion/variables.ts';
import { catalogText } from '../hover/catalogText.ts';
import { type Typed, typedAt } from '../position/typed.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Completion of keys, values and variables. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['$', '{', '.', '>', '_', '+', '/'] } },
  register(services) {
    services.connection.onCompletion(
      services.handlers.document<CompletionParams, CompletionItem[]>('completion', [], (document, { position }) => {
        const offset = document.offsetAt(position);
        const typed = typedAt(document.text, offset);
        if (!typed) return [];
        const offers = offersFor(services, document, typed, offset);
        return offers.map((offer) => itemOf(services, document, typed, offer));
      }),
    );
  },
};

function offersFor(services: Services, document: OpenDocument, typed: Typed, offset: number): Offer[] {
  switch (typed.kind) {
    case 'key':
      return keyOffers(typed);
    case 'value': {
      const { path } = document;
      const files = document.detached ? undefined : { fs: services.files, path, project: services.projects.of(path) };
      return valueOffers(typed, files);
    }
    case 'expression':
      return variableOffers(services, document, typed, offset);
  }
}

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
    item.documentation = { kind: markup, value: catalogText(meaning, services.say.bind(services)) };
  }
  return item;
}
