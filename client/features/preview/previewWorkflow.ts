import { type ExtensionContext, type LogOutputChannel, l10n, Uri, type WebviewPanel, window } from 'vscode';
import { commands as names, previewScheme } from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import type { ProjectSecrets } from '../../platform/secretStorage.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import { isUri, readTarget } from '../../platform/target.ts';
import { isTrusted } from '../../platform/trust.ts';
import { workflowFile } from '../../platform/workflowFile.ts';
import type { Previews } from './main.ts';

/** The commands of previews, their code lenses, and the panels that VS Code keeps over a reload. What does the work is loaded with the first use. */
export function registerPreview(
  context: ExtensionContext,
  commands: Commands,
  secrets: ProjectSecrets,
  sessions: ChosenSessions,
  log: LogOutputChannel,
): void {
  let loaded: Promise<Previews> | undefined;
  const previews = (): Promise<Previews> => {
    loaded ??= import('./main.ts').then((main) => new main.Previews(context, secrets, sessions, log, guard));
    return loaded;
  };
  const guard = (run: () => Promise<void> | void): void => commands.guard(names.previewRemoteWorkflow, run);
  const preview = async (argument: unknown, operator: 'http' | undefined): Promise<void> => {
    if (!(await isTrusted(l10n.t('A preview sends a request: nothing is sent in a workspace that you do not trust.'))))
      return;
    const returned = returnedWorkflow(argument);
    const file = returned ?? (await workflowFile(argument));
    const atCursor = argument === undefined || isUri(argument);
    if (file) await (await previews()).send(file.uri, file.task, operator, atCursor);
  };
  commands.register(names.previewRemoteWorkflow, (argument) => preview(argument, undefined));
  commands.register(names.sendRequest, (argument) => preview(argument, 'http'));
  commands.register('digdag.forgetPreviewValues', async (argument) => {
    const file = await workflowFile(argument);
    if (file) await (await previews()).forget(file.uri);
  });
  context.subscriptions.push(
    window.registerWebviewPanelSerializer('digkit.preview', {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
        const target = readTarget(state);
        if (target?.task === undefined) panel.dispose();
        else (await previews()).restore(panel, { uri: target.uri, task: target.task });
      },
    }),
  );
}

/** A workflow that a preview brought, and the task in it, where the command is about one. */
function returnedWorkflow(argument: unknown): { readonly uri: Uri; readonly task: string | undefined } | undefined {
  const target = readTarget(argument);
  const uri = target ? Uri.parse(target.uri, true) : window.activeTextEditor?.document.uri;
  return uri?.scheme === previewScheme ? { uri, task: target?.task } : undefined;
}
