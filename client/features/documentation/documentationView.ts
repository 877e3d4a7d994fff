import {
  CancellationTokenSource,
  commands,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  type TextEditor,
  type WebviewView,
  type WebviewViewProvider,
  window,
} from 'vscode';
import { type Documentation, type DocumentationParams, documentationRequest } from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import type { LanguageServer } from '../languageServer/languageServer.ts';
import { asHtmlText, toHtml } from './markdown.ts';
import { page } from './page.ts';

const viewId = 'digkit.documentation';
/** Milliseconds for which the cursor rests before it is asked what it is on. */
const rest = 150;

/** "Digdag Documentation": what there is to say about the place of the cursor. It asks only while it can be seen. */
export function registerDocumentation(
  context: ExtensionContext,
  registered: Commands,
  server: LanguageServer,
  log: LogOutputChannel,
): void {
  const view = new DocumentationView(server, log);
  context.subscriptions.push(
    window.registerWebviewViewProvider(viewId, view),
    window.onDidChangeTextEditorSelection(({ textEditor }) => view.follow(textEditor)),
    window.onDidChangeActiveTextEditor((editor) => view.follow(editor)),
    view,
  );
  registered.register('digdag.showDocumentation', async () => {
    await commands.executeCommand(`${viewId}.focus`);
  });
}

class DocumentationView implements WebviewViewProvider {
  #view: WebviewView | undefined;
  #asking: CancellationTokenSource | undefined;

  constructor(
    private readonly server: LanguageServer,
    private readonly log: LogOutputChannel,
  ) {}

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [] };
    view.webview.onDidReceiveMessage(() => this.follow(window.activeTextEditor));
    view.onDidChangeVisibility(() => this.follow(window.activeTextEditor));
    view.onDidDispose(() => {
      this.#view = undefined;
    });
    view.webview.html = page({ language: env.language, title: l10n.t('Digdag Documentation') });
  }

  /** Shows what the cursor is on, once it rests; a newer place ends the question about an older one. */
  follow(editor: TextEditor | undefined): void {
    if (!this.#view?.visible) return;
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    const timer = setTimeout(() => {
      this.#show(editor, asking).catch((error: unknown) => {
        if (!asking.token.isCancellationRequested)
          this.log.warn(`The documentation could not be shown: ${String(error)}`);
      });
    }, rest);
    asking.token.onCancellationRequested(() => clearTimeout(timer));
  }

  dispose(): void {
    this.#asking?.cancel();
  }

  async #show(editor: TextEditor | undefined, { token }: CancellationTokenSource): Promise<void> {
    if (editor?.document.languageId !== 'digdag') {
      await this.#send('', empty(l10n.t('Open a workflow and place the cursor on an operator or option.')));
      return;
    }
    const { line, character } = editor.selection.active;
    const params: DocumentationParams = {
      textDocument: { uri: editor.document.uri.toString() },
      position: { line, character },
    };
    const found = await this.server.ask<Documentation | null>(documentationRequest, params, token);
    if (token.isCancellationRequested || found === undefined) return;
    if (found) await this.#send(found.title, toHtml(found.markdown));
    else
      await this.#send(
        '',
        empty(l10n.t('Nothing is known about this place. Place the cursor on an operator or option.')),
      );
  }

  async #send(title: string, html: string): Promise<void> {
    await this.#view?.webview.postMessage({ title, html });
  }
}

function empty(words: string): string {
  return `<p>${asHtmlText(words)}</p>`;
}
