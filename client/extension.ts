import { join } from 'node:path';
import { type ExtensionContext, commands as vscodeCommands } from 'vscode';
import { registerCheck } from './features/check/checkProject.ts';
import { registerDocumentation } from './features/documentation/documentationView.ts';
import { LanguageServer } from './features/languageServer/languageServer.ts';
import { registerPreview } from './features/preview/previewWorkflow.ts';
import { registerResolved } from './features/resolved/showResolved.ts';
import { EditorLink } from './features/run/editorLink.ts';
import type { RunWorld } from './features/run/runTask.ts';
import { registerRun } from './features/run/runWorkflow.ts';
import { registerSecrets } from './features/run/secrets.ts';
import { registerRuns } from './features/runs/runsView.ts';
import { registerSession } from './features/session/chooseSession.ts';
import { Commands } from './platform/commands.ts';
import { createLog } from './platform/log.ts';
import { ProjectSecrets } from './platform/secretStorage.ts';
import { ChosenSessions } from './platform/settings.ts';

/** Commands come first: each can say why it cannot do its work, also while the language server starts or has failed. */
export function activate(context: ExtensionContext): void {
  const log = createLog(context);
  const commands = new Commands(context, log);
  const server = new LanguageServer(context, log);
  commands.register('digdag.showOutput', async () => log.show());
  commands.register('digdag.restartLanguageServer', () => server.restart());
  const secrets = new ProjectSecrets(context.secrets);
  const journals = join((context.storageUri ?? context.globalStorageUri).fsPath, 'runs');
  const link = new EditorLink(journals, secrets);
  const world: RunWorld = { program: context.asAbsolutePath('dist/cli.js'), link };
  context.subscriptions.push(link);
  const sessions = new ChosenSessions(context.workspaceState);
  registerRun(context, commands, world, sessions);
  registerRuns(context, commands, world, journals, log);
  registerSecrets(commands, secrets);
  registerPreview(context, commands, secrets, sessions, log);
  registerCheck(commands, server);
  registerSession(context, commands, server, sessions);
  registerResolved(context, commands, server);
  registerDocumentation(context, commands, server, log);
  // The views are there once a workflow has been opened in the window.
  vscodeCommands
    .executeCommand('setContext', 'digkit.active', true)
    .then(undefined, (error) => log.error(String(error)));
  server.start();
}
