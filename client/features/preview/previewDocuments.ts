import {
  commands,
  type Disposable,
  EventEmitter,
  languages,
  TabInputText,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { previewScheme } from '../../../server/protocol.ts';

/** Read-only documents of what previews brought. Those of one task have the same addresses each time, so a second preview replaces the first. */
export class PreviewDocuments implements TextDocumentContentProvider, Disposable {
  readonly #contents = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registrations: readonly Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(previewScheme, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#contents.delete(uri.toString())),
    ];
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#contents.get(uri.toString()) ?? '';
  }

  /** Shows the exchange beside the source, and the returned workflow above it where there is one. The source keeps the focus. */
  async show(source: Uri, task: string, exchange: string, workflow: string | undefined): Promise<void> {
    const from = window.activeTextEditor;
    const [exchangeUri, workflowUri] = [address(source, `${task}.txt`), address(source, `${task}.dig`)];
    if (workflow === undefined) await closeTab(workflowUri);
    else await this.#open(workflowUri, workflow, 'digdag', false);
    await this.#open(exchangeUri, exchange, 'digkit-exchange', workflow !== undefined);
    if (from) await window.showTextDocument(from.document, { viewColumn: from.viewColumn ?? ViewColumn.One });
  }

  async #open(uri: Uri, content: string, language: string, below: boolean): Promise<void> {
    this.#contents.set(uri.toString(), content);
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    if (document.languageId !== language) await languages.setTextDocumentLanguage(document, language);
    const column = columnOf(uri);
    if (column === undefined && below) await commands.executeCommand('workbench.action.newGroupBelow');
    const viewColumn = column ?? (below ? ViewColumn.Active : ViewColumn.Beside);
    await window.showTextDocument(document, { viewColumn, preview: false });
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
  }
}

function address(source: Uri, name: string): Uri {
  return Uri.from({ scheme: previewScheme, path: `${source.path}/${name}` });
}

function columnOf(uri: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isText(input, uri)))?.viewColumn;
}

async function closeTab(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => isText(input, uri));
  if (tabs.length > 0) await window.tabGroups.close(tabs);
}

function isText(input: unknown, uri: Uri): boolean {
  return input instanceof TabInputText && input.uri.toString() === uri.toString();
}
