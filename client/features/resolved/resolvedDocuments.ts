import {
  type CancellationToken,
  type DefinitionProvider,
  type Disposable,
  Location,
  l10n,
  type Position,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { type ResolveParams, type ResolveResult, resolvedScheme, resolveRequest } from '../../../server/protocol.ts';
import { VirtualDocuments } from '../../platform/virtualDocuments.ts';
import type { LanguageServer } from '../languageServer/languageServer.ts';

/** Milliseconds of quiet behind a keystroke. */
const quiet = 300;

/** Read-only documents of resolved workflows, one for each file; they follow their sources and the session. */
export class ResolvedDocuments extends VirtualDocuments implements DefinitionProvider {
  readonly #tasks = new Map<string, ResolveResult['tasks']>();
  readonly #follows: readonly Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly server: LanguageServer) {
    super(resolvedScheme);
    this.#follows = [
      server.onDidChangeValues(() => this.#later()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'digdag' && document.uri.scheme !== resolvedScheme) this.#later();
      }),
    ];
  }

  protected override closed(uri: Uri): void {
    this.#tasks.delete(uri.toString());
  }

  /** Shows the document beside its source, which keeps the focus. */
  async show(source: Uri): Promise<void> {
    const document = await workspace.openTextDocument(addressOf(source));
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const params: ResolveParams = { uri: uri.query };
    const found = await this.server.ask<ResolveResult | null>(resolveRequest, params);
    this.#tasks.set(uri.toString(), found?.tasks ?? []);
    return found?.text ?? `# ${l10n.t('This workflow cannot be resolved now: the language server did not answer.')}\n`;
  }

  /** From any line to where its task is written. */
  provideDefinition({ uri }: TextDocument, { line }: Position, _token: CancellationToken): Location | undefined {
    const task = this.#tasks.get(uri.toString())?.findLast((candidate) => candidate.line <= line);
    if (!task) return undefined;
    const { start, end } = task.range;
    return new Location(Uri.parse(task.uri, true), new Range(start.line, start.character, end.line, end.character));
  }

  #later(): void {
    if (!this.#open().length) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const { uri } of this.#open()) this.refresh(uri);
    }, quiet);
  }

  #open(): readonly TextDocument[] {
    return workspace.textDocuments.filter(({ uri }) => uri.scheme === resolvedScheme);
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    for (const follow of this.#follows) follow.dispose();
    super.dispose();
  }
}

/** `main.resolved.dig`; which file it is of stands in the query. */
function addressOf(source: Uri): Uri {
  const path = source.path.replace(/\.dig$/, '.resolved.dig');
  return Uri.from({ scheme: resolvedScheme, path, query: source.toString() });
}
