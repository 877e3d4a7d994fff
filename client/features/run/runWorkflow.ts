import { type ExtensionContext, l10n, type Task, tasks, workspace } from 'vscode';
import { basename, relative } from '../../../core/project/paths.ts';
import { commands as names } from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import { chooseTask } from './chooseTask.ts';
import type { RunDefinition } from './definition.ts';
import { parametersForm } from './parametersForm.ts';
import { RememberedParameters } from './rememberedParameters.ts';
import { type Runnable, runnable } from './runnable.ts';
import { definitionOf, type RunWorld, runTask } from './runTask.ts';
import { RunTaskProvider } from './taskProvider.ts';

/** The commands that start runs, their code lenses, and the task type `digdag`. */
export function registerRun(
  context: ExtensionContext,
  commands: Commands,
  world: RunWorld,
  sessions: ChosenSessions,
): void {
  const remembered = new RememberedParameters(context.workspaceState);
  context.subscriptions.push(tasks.registerTaskProvider('digdag', new RunTaskProvider(world)));
  const start = async (file: Runnable, more: Partial<RunDefinition>): Promise<void> => {
    await tasks.executeTask(taskOf(world, sessions, file, more));
  };
  const register = (
    id: string,
    more: (file: Runnable, argument: unknown) => Promise<Partial<RunDefinition> | undefined>,
  ) =>
    commands.register(id, async (argument) => {
      const file = await runnable(argument);
      const definition = file && (await more(file, argument));
      if (file && definition) await start(file, definition);
    });
  const aboutTask = (key: 'task' | 'start' | 'goal') => async (file: Runnable, argument: unknown) => {
    const task = await chooseTask(file, argument);
    return task === undefined ? undefined : { [key]: task };
  };
  register(names.runWorkflow, async ({ task }) => (task === undefined ? {} : { task }));
  register(names.dryRun, async () => ({ dryRun: true }));
  register('digdag.runThisTask', aboutTask('task'));
  register('digdag.runFromTask', aboutTask('start'));
  register('digdag.runUpToTask', aboutTask('goal'));
  register(names.runWithParameters, (file) => withParameters(file, sessions, remembered));
}

function taskOf(world: RunWorld, sessions: ChosenSessions, { uri }: Runnable, more: Partial<RunDefinition>): Task {
  const { params, session, paramsFile } = sessions.runSettings(uri);
  const definition = definitionOf(uri, {
    ...(Object.keys(params).length > 0 && { params }),
    ...(session !== undefined && { session }),
    ...(paramsFile !== undefined && { paramsFile }),
    ...more,
  });
  return runTask(world, definition, workspace.getWorkspaceFolder(uri));
}

async function withParameters(
  { path, project, top, uri }: Runnable,
  sessions: ChosenSessions,
  remembered: RememberedParameters,
): Promise<Partial<RunDefinition> | undefined> {
  const { parametersOf } = await import('./main.ts');
  const needed = parametersOf(path, project, top).map((use) => ({
    name: use.name,
    use: l10n.t('{0}, line {1}', relative(project, use.path), use.line),
  }));
  const known = { ...sessions.runSettings(uri).params, ...remembered.of(path) };
  const params = await parametersForm(basename(path), needed, known);
  if (!params) return undefined;
  await remembered.keep(path, params);
  return { params };
}
