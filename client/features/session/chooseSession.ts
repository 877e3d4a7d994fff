import { type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import { commands as names, sessionNotification } from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import { readTarget } from '../../platform/target.ts';
import type { LanguageServer } from '../languageServer/languageServer.ts';
import { ProfileWatchers } from './profileWatchers.ts';
import { SessionStatus } from './sessionStatus.ts';

/**
 * "Digdag: Choose Session" and "Show Schedule", and the item of the status bar. The choice runs nothing: it says what values are shown for, and
 * with what runs and previews begin.
 */
export function registerSession(
  context: ExtensionContext,
  commands: Commands,
  server: LanguageServer,
  sessions: ChosenSessions,
): void {
  const status = new SessionStatus(server, sessions);
  const watchers = new ProfileWatchers(() => tell());
  const tell = (): void => {
    const chosen = sessions.forServer();
    server.notify(sessionNotification, chosen);
    const choices = [chosen, ...Object.values(chosen.folders ?? {})];
    watchers.watch(choices.flatMap(({ paramsFile }) => (paramsFile === undefined ? [] : [paramsFile])));
  };
  server.onDidStart(() => {
    tell();
    status.refresh();
  });
  context.subscriptions.push(
    status,
    watchers,
    sessions.onDidChange(() => {
      tell();
      status.refresh();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('digkit.run')) tell();
    }),
    workspace.onDidGrantWorkspaceTrust(tell),
    workspace.onDidChangeWorkspaceFolders(tell),
  );
  commands.register('digdag.chooseSession', async (argument) => {
    const uri = fileOf(argument);
    const { chooseSession } = await import('./picker.ts');
    await chooseSession(uri, server, sessions);
  });
  commands.register(names.showSchedule, async (argument) => {
    const uri = fileOf(argument);
    if (!uri) {
      await window.showInformationMessage(l10n.t('Open a .dig file first.'));
      return;
    }
    const { showSchedule } = await import('./picker.ts');
    await showSchedule(uri, server, sessions);
  });
}

/** The file that a command is about; undefined where no editor is open. */
function fileOf(argument: unknown): Uri | undefined {
  const target = readTarget(argument);
  return target ? Uri.parse(target.uri, true) : window.activeTextEditor?.document.uri;
}
