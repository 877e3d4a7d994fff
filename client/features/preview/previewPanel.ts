import { type Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { webviewHtml } from '../../platform/webviewHtml.ts';
import { type PanelMessage, type PanelModel, readPanelMessage } from '../../webview/preview/messages.ts';

/** The webview that shows a preview. It holds no content of its own: after it was hidden, or VS Code reloaded, it asks for it anew. */
export class PreviewPanel implements Disposable {
  readonly #registrations: readonly Disposable[];
  #model: PanelModel | undefined;

  private constructor(
    private readonly panel: WebviewPanel,
    folder: Uri,
    perform: (message: PanelMessage) => void,
    closed: () => void,
  ) {
    const { webview } = panel;
    const address = (name: string): string => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    this.#registrations = [
      webview.onDidReceiveMessage((value: unknown) => {
        const message = readPanelMessage(value);
        if (message?.type === 'ready') this.#post();
        else if (message) perform(message);
      }),
      panel.onDidDispose(() => {
        for (const registration of this.#registrations) registration.dispose();
        closed();
      }),
    ];
    webview.html = webviewHtml({
      title: panel.title,
      language: env.language,
      cspSource: webview.cspSource,
      script: address('preview.js'),
      style: address('preview.css'),
    });
  }

  static open(
    extension: Uri,
    column: ViewColumn,
    perform: (message: PanelMessage) => void,
    closed: () => void,
  ): PreviewPanel {
    const place = { viewColumn: column, preserveFocus: true };
    const panel = window.createWebviewPanel('digkit.preview', l10n.t('Preview'), place, {});
    return PreviewPanel.of(panel, extension, perform, closed);
  }

  /** One that VS Code brings back after it was reloaded. */
  static of(
    panel: WebviewPanel,
    extension: Uri,
    perform: (message: PanelMessage) => void,
    closed: () => void,
  ): PreviewPanel {
    return new PreviewPanel(panel, Uri.joinPath(extension, 'dist', 'webview'), perform, closed);
  }

  show(model: PanelModel): void {
    this.#model = model;
    this.panel.title = model.title;
    this.#post();
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  get column(): ViewColumn {
    return this.panel.viewColumn ?? ViewColumn.Beside;
  }

  dispose(): void {
    this.panel.dispose();
  }

  #post(): void {
    if (this.#model) this.panel.webview.postMessage({ type: 'show', model: this.#model });
  }
}
