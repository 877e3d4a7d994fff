import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { flowed, indented } from './layout.ts';
import type { Offer } from './offer.ts';
import { type Offers, offersAt } from './offersAt.ts';

/** What completion offers at a place, as the client can take it; each item has the index of its offer as data. */
export interface Completions {
  readonly offers: readonly Offer[];
  readonly items: CompletionItem[];
}

export function completionsAt(services: Services, document: OpenDocument, offset: number): Completions {
  const found = offersAt(services, document, offset);
  if (!found) return { offers: [], items: [] };
  const items = new Items(services, document, found, offset);
  return { offers: found.offers, items: found.offers.map((offer, index) => items.of(offer, index)) };
}

// Numbers of the protocol, whose library is not loaded with what knows Digdag.
const [snippetFormat, asIs, deprecatedTag] = [2, 1, 1] as const;

const kinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  operator: 3,
  option: 14,
  parameter: 10,
  task: 9,
  value: 20,
  file: 17,
  folder: 19,
  variable: 6,
  method: 2,
  function: 3,
  secret: 18,
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
    if (snippet !== undefined) item.insertTextFormat = snippetFormat;
    if (snippet?.includes('\n') && client.insertsAsIs) item.insertTextMode = asIs;
    const shown = typeof detail === 'string' ? { template: detail, args: [] } : detail;
    if (shown) item.detail = this.services.say(shown);
    if (deprecated) item.tags = [deprecatedTag];
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
    if (inFlow) return flowed(snippet);
    return client.insertsAsIs ? indented(snippet, column) : snippet;
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
