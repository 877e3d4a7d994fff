import { type ExtensionContext, type LogOutputChannel, l10n, ProgressLocation, type Uri, window } from 'vscode';
import { Projects } from '../../../core/project/project.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { PreparedPreview } from '../../../runner/preview/prepare.ts';
import { commands as names } from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import { pathOf, topOf } from '../../platform/paths.ts';
import { say } from '../../platform/say.ts';
import type { ProjectSecrets } from '../../platform/secretStorage.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import { isTrusted } from '../../platform/trust.ts';
import { type WorkflowFile, workflowFile } from '../../platform/workflowFile.ts';
import { AllowedAddresses } from './allowedAddresses.ts';
import { Confirmation } from './confirm.ts';
import { exchangeReport, verdictLine } from './exchangeReport.ts';
import { fillIn } from './fillIn.ts';
import { forget } from './forget.ts';
import { PreviewDocuments } from './previewDocuments.ts';
import { RememberedValues } from './rememberedValues.ts';

/** "Digdag: Preview Remote Workflow" and its code lenses: sends what the task would send, once, and shows what would come of it. */
export function registerPreview(
  context: ExtensionContext,
  commands: Commands,
  secrets: ProjectSecrets,
  sessions: ChosenSessions,
  log: LogOutputChannel,
): void {
  const documents = new PreviewDocuments();
  const values = new RememberedValues(context.workspaceState, secrets);
  const addresses = new AllowedAddresses(context.workspaceState);
  const preview = new Preview(documents, values, addresses, sessions, log);
  context.subscriptions.push(documents);
  commands.register(names.previewRemoteWorkflow, async (argument) => {
    if (!(await isTrusted(l10n.t('A preview sends a request: nothing is sent in a workspace that you do not trust.'))))
      return;
    const file = await workflowFile(argument);
    if (file) await preview.run(file);
  });
  commands.register('digdag.forgetPreviewValues', async (argument) => {
    const file = await workflowFile(argument);
    if (file) await forget(projectOf(file.uri), values, addresses);
  });
}

function projectOf(uri: Uri): string {
  return new Projects(nodeFileSystem, topOf(uri)).of(pathOf(uri)).directory;
}

class Preview {
  constructor(
    private readonly documents: PreviewDocuments,
    private readonly values: RememberedValues,
    private readonly addresses: AllowedAddresses,
    private readonly sessions: ChosenSessions,
    private readonly log: LogOutputChannel,
  ) {}

  async run(file: WorkflowFile): Promise<void> {
    const prepared = await this.#prepare(file);
    if (prepared) await this.#send(file, prepared);
  }

  /** The request, once everything that it needs is known; undefined where it cannot be made, which the person was told. */
  async #prepare({ uri, task }: WorkflowFile): Promise<PreparedPreview | undefined> {
    const { prepare } = await import('./main.ts');
    const path = pathOf(uri);
    const projectDirectory = projectOf(uri);
    const { params, session = 'fresh', paramsFile } = this.sessions.runSettings(uri);
    for (;;) {
      const known = await this.values.of(projectDirectory);
      const prepared = await prepare({
        path,
        projectDirectory,
        ...(task !== undefined && { task }),
        params: { ...known.params, ...params },
        session,
        paramsFile,
        secrets: known.secrets,
      });
      switch (prepared.kind) {
        case 'ready':
          return prepared;
        case 'refused':
          await window.showErrorMessage(say(prepared.message));
          return undefined;
        case 'unresolved': {
          const given = await fillIn(prepared.task.fullName, prepared.missing, known);
          if (!given) return undefined;
          await this.values.keep(projectDirectory, given);
        }
      }
    }
  }

  async #send({ uri }: WorkflowFile, prepared: PreparedPreview): Promise<void> {
    const { fullName } = prepared.task;
    const title = l10n.t('Preview of {0}', fullName);
    const { send } = await import('./main.ts');
    const confirmation = new Confirmation(this.addresses);
    const result = await cancellable(title, (signal) => send(prepared, confirmation.ask, signal));
    if (result === 'cancelled') {
      window.setStatusBarMessage(l10n.t('The preview was cancelled.'), 5000);
      return;
    }
    if (result.kind === 'declined') {
      window.setStatusBarMessage(l10n.t('Nothing was sent.'), 5000);
      return;
    }
    this.log.info(`Preview of ${fullName}: ${result.response?.status ?? 'no response'}, ${result.verdict.kind}`);
    await this.documents.show(uri, fullName, exchangeReport(fullName, result, say), result.definition?.text);
    if (result.verdict.kind !== 'accepted') await window.showWarningMessage(verdictLine(result, say));
  }
}

/** Shows progress with a cancel button; `cancelled` where that was pressed. */
function cancellable<Result>(
  title: string,
  run: (signal: AbortSignal) => Promise<Result>,
): Thenable<Result | 'cancelled'> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => {
      const controller = new AbortController();
      const registration = token.onCancellationRequested(() => controller.abort());
      try {
        return await run(controller.signal);
      } catch (error) {
        if (controller.signal.aborted) return 'cancelled';
        throw error;
      } finally {
        registration.dispose();
      }
    },
  );
}
