import {
  type CancellationToken,
  type Event,
  EventEmitter,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LanguageClient, type Middleware, State, TransportKind } from 'vscode-languageclient/node';
import {
  commands,
  type InitializationOptions,
  resolvedScheme,
  valuesChangedNotification,
} from '../../../server/protocol.ts';
import { nodeOptions } from './nodeOptions.ts';
import { isReadOnlyCopy } from './readOnlyCopy.ts';
import { ServerStatus } from './serverStatus.ts';

/** A resolved workflow looks like a workflow and is none: the server does not hear of it. What is wrong with old versions is not shown. */
const middleware: Middleware = {
  handleDiagnostics: (uri, diagnostics, next) => next(uri, isOldVersion(uri) ? [] : diagnostics),
  didOpen: (document, next) => (isResolved(document) ? Promise.resolve() : next(document)),
  didChange: (event, next) => (isResolved(event.document) ? Promise.resolve() : next(event)),
  didClose: (document, next) => (isResolved(document) ? Promise.resolve() : next(document)),
};

function isOldVersion({ scheme }: Uri): boolean {
  const folders = workspace.workspaceFolders?.map((folder) => folder.uri.scheme) ?? [];
  return isReadOnlyCopy(scheme, workspace.fs.isWritableFileSystem(scheme), folders);
}

function isResolved({ uri }: TextDocument): boolean {
  return uri.scheme === resolvedScheme;
}

/** The language server's process, from its start to the end of the window. */
export class LanguageServer {
  readonly #client: LanguageClient;
  readonly #status: ServerStatus;
  readonly #valuesChanged = new EventEmitter<void>();
  /** The last start or restart, settled when it is through: the next waits for it, and so do requests. Never rejects. */
  #starting: Promise<void> = Promise.resolve();

  constructor(
    context: ExtensionContext,
    private readonly log: LogOutputChannel,
  ) {
    const module = context.asAbsolutePath('dist/server.js');
    const initializationOptions: InitializationOptions = {
      commands: Object.values(commands),
      retriggers: true,
      rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
      translations: context.asAbsolutePath(`l10n/bundle.l10n.${env.language}.json`),
    };
    this.#client = new LanguageClient(
      'digkit',
      'Digkit',
      {
        run: { module, transport: TransportKind.ipc, options: { execArgv: [...nodeOptions] } },
        debug: {
          module,
          transport: TransportKind.ipc,
          options: { execArgv: [...nodeOptions, '--nolazy', '--inspect=6009'] },
        },
      },
      { documentSelector: [{ language: 'digdag' }], outputChannel: log, initializationOptions, middleware },
    );
    this.#client.onNotification(valuesChangedNotification, () => this.#valuesChanged.fire());
    this.#status = new ServerStatus(context.extension.packageJSON.version);
    this.#client.onDidChangeState(({ newState }) => this.#status.show(newState));
    context.subscriptions.push(this.#status, this.#valuesChanged, { dispose: () => this.#client.dispose() });
  }

  /** Returns at once: nothing of the window waits for the server. */
  start(): void {
    this.#starting = this.#attempt(() => this.#client.start());
  }

  restart(): Promise<void> {
    const again = () => (this.#client.state === State.Stopped ? this.#client.start() : this.#client.restart());
    this.#starting = this.#starting.then(() => this.#attempt(again));
    return this.#starting;
  }

  /** Asks the server; undefined where it does not run, which the person was told. */
  async request<Result>(method: string, params: object): Promise<Result | undefined> {
    await this.#starting;
    if (this.#client.state === State.Running) return this.#client.sendRequest<Result>(method, params);
    const restart = l10n.t('Restart Language Server');
    const chosen = await window.showWarningMessage(l10n.t("Digdag's language server is not running."), restart);
    if (chosen === restart) await this.restart();
    return undefined;
  }

  /** Tells the server, where it runs. */
  notify(method: string, params: object): void {
    if (this.#client.state !== State.Running) return;
    this.#client
      .sendNotification(method, params)
      .catch((error: unknown) => this.log.warn(`${method}: ${String(error)}`));
  }

  /** Calls the listener each time that the server has started. */
  onDidStart(listener: () => void): void {
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) listener();
    });
  }

  /** Values may be others than before. */
  get onDidChangeValues(): Event<void> {
    return this.#valuesChanged.event;
  }

  /** Asks the server where it runs; undefined where it does not, or cannot answer. For what nobody has asked for. */
  async ask<Result>(method: string, params: object, token?: CancellationToken): Promise<Result | undefined> {
    await this.#starting;
    if (this.#client.state !== State.Running) return undefined;
    try {
      // An absent token would go as one more argument.
      return await (token
        ? this.#client.sendRequest<Result>(method, params, token)
        : this.#client.sendRequest<Result>(method, params));
    } catch (error) {
      this.log.warn(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  async #attempt(start: () => Promise<void>): Promise<void> {
    try {
      await start();
    } catch (error) {
      this.log.error(`The language server could not be started: ${String(error)}`);
      this.#status.show(State.Stopped);
      this.#tell().catch((failure: unknown) => this.log.error(String(failure)));
    }
  }

  async #tell(): Promise<void> {
    const show = l10n.t('Show Output');
    const chosen = await window.showErrorMessage(l10n.t("Digdag's language server could not be started."), show);
    if (chosen === show) this.log.show();
  }
}
