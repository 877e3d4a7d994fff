import { type Disposable, l10n, StatusBarAlignment, type TextDocument, ThemeColor, window, workspace } from 'vscode';
import { type SessionsParams, type SessionsResult, sessionsRequest } from '../../../server/protocol.ts';
import { nameOf } from '../../platform/paths.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import type { LanguageServer } from '../languageServer/languageServer.ts';
import { statusText } from './sessionTexts.ts';

/** Milliseconds of quiet behind a keystroke, which may have changed the zone or the schedule. */
const quiet = 1000;

/** The item of the status bar that shows session time, zone and profile of the active workflow, or of a SQL file that a task runs. */
export class SessionStatus implements Disposable {
  readonly #item = window.createStatusBarItem('digkit.session', StatusBarAlignment.Right, 90);
  readonly #registrations: readonly Disposable[];
  #timer: NodeJS.Timeout | undefined;
  /** Counts the questions: only the answer to the last counts. */
  #asked = 0;

  constructor(
    private readonly server: LanguageServer,
    private readonly sessions: ChosenSessions,
  ) {
    this.#item.name = l10n.t('Digdag Session');
    this.#item.command = 'digdag.chooseSession';
    this.#registrations = [
      server.onDidChangeValues(() => this.refresh()),
      window.onDidChangeActiveTextEditor(() => this.refresh()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document && isWorkflow(document)) this.#later();
      }),
    ];
  }

  /** Asks the server anew; nothing waits for it. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked++;
    const document = window.activeTextEditor?.document;
    if (!document || !mayHaveSession(document)) this.#item.hide();
    else this.#ask(document, this.#asked).catch(() => this.#item.hide());
  }

  async #ask(document: TextDocument, asked: number): Promise<void> {
    const params: SessionsParams = { uri: document.uri.toString() };
    const found = await this.server.ask<SessionsResult | null>(sessionsRequest, params);
    if (asked !== this.#asked) return;
    if (found) this.#show(document, found);
    else this.#item.hide();
  }

  #show({ uri }: TextDocument, found: SessionsResult): void {
    const { profile } = this.sessions.of(uri);
    const text = statusText(found, profile === undefined ? undefined : nameOf(profile));
    this.#item.text = `$(${found.problem === null ? 'calendar' : 'warning'}) ${text}`;
    this.#item.backgroundColor = found.problem === null ? undefined : new ThemeColor('statusBarItem.warningBackground');
    const lines = [
      l10n.t('Values are shown for the session {0} ({1}).', found.shown, found.zone),
      profile === undefined ? l10n.t('No parameter profile.') : l10n.t('Parameter profile: {0}', nameOf(profile)),
      ...(found.problem === null ? [] : [found.problem]),
      l10n.t('Runs and previews begin with it. Click to choose another one.'),
    ];
    this.#item.tooltip = lines.join('\n');
    this.#item.accessibilityInformation = { label: l10n.t('Digdag session: {0}', text), role: 'button' };
    this.#item.show();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), quiet);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const registration of this.#registrations) registration.dispose();
    this.#item.dispose();
  }
}

function isWorkflow({ languageId }: TextDocument): boolean {
  return languageId === 'digdag';
}

/** Whether a task may run the file: the server knows. */
function mayHaveSession(document: TextDocument): boolean {
  return isWorkflow(document) || (document.uri.scheme === 'file' && document.uri.path.endsWith('.sql'));
}
