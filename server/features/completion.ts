import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver/node';
import type { Offer } from '../analysis/completion/offer.ts';
import type { Offers } from '../analysis/completion/offersAt.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Completion of keys, values and variables. Documentation is made when the client asks for that of one item. */
export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: ['$', '{', '.', '>', '_', '+', '/', "'", '"'], resolveProvider: true },
  },
  register(services) {
    let last: readonly Offer[] = [];
    services.connection.onCompletion(
      services.handlers.document<CompletionParams, CompletionItem[]>('completion', [], (document, { position }) => {
        const found = services.analysis.offersAt(services, document, document.offsetAt(position));
        last = found?.offers ?? [];
        if (!found) return [];
        const item = new Items(services, document, found, document.offsetAt(position));
        return last.map((offer, index) => item.of(offer, index));
      }),
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

const kinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  operator: CompletionItemKind.Function,
  option: CompletionItemKind.Keyword,
  parameter: CompletionItemKind.Property,
  task: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  variable: CompletionItemKind.Variable,
  method: CompletionItemKind.Method,
  function: CompletionItemKind.Function,
  secret: CompletionItemKind.Reference,
};

/** Makes the items of one answer, as the client can take them. */
class Items {
  constructor(
    readonly services: Services,
    readonly document: OpenDocument,
    readonly found: Offers,
    readonly offset: number,
  ) {}

  of(offer: Offer, data: number): CompletionItem {
    const { client } = this.services;
    const { label, detail, rank, deprecated, meaning, goesOn } = offer;
    const snippet = this.snippet(offer);
    const item: CompletionItem = {
      label,
      kind: kinds[offer.kind],
      sortText: `${rank} ${label}`,
      textEdit: this.edit(snippet ?? this.plain(offer)),
    };
    if (this.found.quote !== '' && this.found.wantsColon) item.filterText = this.found.quote + label;
    if (snippet !== undefined) item.insertTextFormat = InsertTextFormat.Snippet;
    if (snippet?.includes('\n') && client.insertsAsIs) item.insertTextMode = InsertTextMode.asIs;
    const shown = typeof detail === 'string' ? { template: detail, args: [] } : detail;
    if (shown) item.detail = this.services.say(shown);
    if (deprecated) item.tags = [CompletionItemTag.Deprecated];
    if (meaning) item.data = data;
    if (goesOn || this.opensValue(offer)) item.command = { title: '', command: 'editor.action.triggerSuggest' };
    if (!client.options.retriggers) delete item.command;
    return item;
  }

  /** Undefined where the client wants none, or where what follows it is there already. */
  private snippet({ snippet, kind }: Offer): string | undefined {
    const { client } = this.services;
    const { inFlow, column, wantsColon, end } = this.found;
    if (!client.wantsSnippets || snippet === undefined) return undefined;
    if (kind === 'method') return this.document.text[end] === '(' ? undefined : snippet;
    if (!wantsColon) return undefined;
    if (inFlow) return this.services.analysis.flowed(snippet);
    return client.insertsAsIs ? this.services.analysis.indented(snippet, column) : snippet;
  }

  private plain({ label, plain, kind }: Offer): string {
    if (plain !== undefined) return plain;
    return this.found.wantsColon && kind !== 'value' ? `${label}: ` : label;
  }

  /** Values are offered right behind a key that takes a few. */
  private opensValue({ snippet }: Offer): boolean {
    return this.found.wantsColon && snippet !== undefined && /: \$0$/.test(snippet);
  }

  private edit(newText: string): NonNullable<CompletionItem['textEdit']> {
    const { start, end } = this.found;
    if (!this.services.client.insertsOrReplaces) return { range: this.document.range(start, end), newText };
    const insert = this.document.range(start, this.offset);
    return { newText, insert, replace: this.document.range(start, end) };
  }
}
