import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages } from 'vscode';
import { State } from 'vscode-languageclient/node';

/** The language status item (`{}` in the status bar) of `.dig` files: what the server does, and its restart. */
export class ServerStatus implements Disposable {
  readonly #item: LanguageStatusItem;

  constructor(private readonly version: string) {
    this.#item = languages.createLanguageStatusItem('digkit.server', { language: 'digdag' });
    this.#item.name = l10n.t('Digdag Language Server');
    this.show(State.Starting);
  }

  show(state: State): void {
    this.#item.busy = state === State.Starting;
    this.#item.severity = state === State.Stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#item.text = state === State.Stopped ? l10n.t('Digdag language server stopped') : `Digkit ${this.version}`;
    this.#item.command =
      state === State.Stopped
        ? { command: 'digdag.restartLanguageServer', title: l10n.t('Restart Language Server') }
        : { command: 'digdag.showOutput', title: l10n.t('Show Output') };
  }

  dispose(): void {
    this.#item.dispose();
  }
}
