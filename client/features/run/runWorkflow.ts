import { type ExtensionContext, l10n, tasks, workspace } from 'vscode';
import { commands as names } from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import { isTrusted } from '../../platform/trust.ts';
import { workflowFile } from '../../platform/workflowFile.ts';
import { definitionOf, runTask } from './runTask.ts';
import { RunTaskProvider } from './taskProvider.ts';

/** "Digdag: Run Workflow", its code lenses, and the task type `digdag`. */
export function registerRun(context: ExtensionContext, commands: Commands, sessions: ChosenSessions): void {
  context.subscriptions.push(tasks.registerTaskProvider('digdag', new RunTaskProvider(context)));
  commands.register(names.runWorkflow, async (argument) => {
    if (!(await isTrusted(l10n.t('A workflow runs commands: it is not run in a workspace that you do not trust.'))))
      return;
    const file = await workflowFile(argument);
    if (!file) return;
    const { params, session, paramsFile } = sessions.runSettings(file.uri);
    const definition = definitionOf(file.uri, {
      ...(file.task !== undefined && { task: file.task }),
      ...(Object.keys(params).length > 0 && { params }),
      ...(session !== undefined && { session }),
      ...(paramsFile !== undefined && { paramsFile }),
    });
    await tasks.executeTask(runTask(context, definition, workspace.getWorkspaceFolder(file.uri)));
  });
}
