import { commands, type ExtensionContext, type LogOutputChannel, l10n, window } from 'vscode';
import { unlinked } from './unlinked.ts';

/** Registers the extension's commands; what one throws reaches the log and the person, never only the console. */
export class Commands {
  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
  ) {}

  /** @param run gets what the caller passed: a menu's Uri, a code lens's WorkflowTarget, nothing from the palette */
  register(id: string, run: (argument: unknown) => Promise<void>): void {
    const guarded = (argument: unknown): Promise<void> => this.#guarded(id, () => run(argument));
    this.context.subscriptions.push(commands.registerCommand(id, guarded));
  }

  /** Runs what a click elsewhere (in a webview) started, with the same care. */
  guard(id: string, run: () => Promise<void> | void): void {
    this.#guarded(id, run).catch((error: unknown) => this.log.error(String(error)));
  }

  async #guarded(id: string, run: () => Promise<void> | void): Promise<void> {
    try {
      await run();
    } catch (error) {
      await this.#failed(id, error);
    }
  }

  async #failed(id: string, error: unknown): Promise<void> {
    this.log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const message = error instanceof Error ? error.message : String(error);
    const show = l10n.t('Show Output');
    const chosen = await window.showErrorMessage(unlinked(l10n.t('{0} failed: {1}', id, message)), show);
    if (chosen === show) this.log.show();
  }
}
