import {
  type Disposable,
  EventEmitter,
  type ProviderResult,
  type TextDocumentContentProvider,
  type Uri,
  workspace,
} from 'vscode';

/** Read-only documents of one scheme, whose texts come from the extension. Nothing of them lies on a disk. */
export abstract class VirtualDocuments implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registrations: readonly Disposable[];

  constructor(scheme: string) {
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.closed(uri);
      }),
      this.#changed,
    ];
  }

  abstract provideTextDocumentContent(uri: Uri): ProviderResult<string>;

  /** VS Code shows the document no longer: what is kept for it may go. */
  protected closed(_uri: Uri): void {}

  /** The text of a document is another now. */
  protected refresh(uri: Uri): void {
    this.#changed.fire(uri);
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
  }
}
