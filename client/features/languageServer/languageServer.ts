import { type ExtensionContext, env, type LogOutputChannel, l10n, window } from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { commands, type InitializationOptions } from '../../../server/protocol.ts';
import { ServerStatus } from './serverStatus.ts';

/** The language server's process, from its start to the end of the window. */
export class LanguageServer {
  readonly #client: LanguageClient;
  readonly #status: ServerStatus;
  /** The last start or restart, settled when it is through: the next waits for it, and so do requests. Never rejects. */
  #starting: Promise<void> = Promise.resolve();

  constructor(
    context: ExtensionContext,
    private readonly log: LogOutputChannel,
  ) {
    const module = context.asAbsolutePath('dist/server.js');
    const initializationOptions: InitializationOptions = {
      commands: Object.values(commands),
      translations: context.asAbsolutePath(`l10n/bundle.l10n.${env.language}.json`),
    };
    this.#client = new LanguageClient(
      'digkit',
      'Digkit',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
      },
      { documentSelector: [{ language: 'digdag' }], outputChannel: log, initializationOptions },
    );
    this.#status = new ServerStatus(context.extension.packageJSON.version);
    this.#client.onDidChangeState(({ newState }) => this.#status.show(newState));
    context.subscriptions.push(this.#status, { dispose: () => this.#client.dispose() });
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
