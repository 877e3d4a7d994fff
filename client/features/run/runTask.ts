import { isAbsolute, join } from 'node:path';
import {
  type ExtensionContext,
  ProcessExecution,
  Task,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { relative } from '../../../core/project/paths.ts';
import { Projects } from '../../../core/project/project.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import { pathOf, topOf } from '../../platform/paths.ts';
import { type RunDefinition, runArguments } from './definition.ts';

/**
 * The VS Code task that runs a workflow: a process of its own in a task terminal, so that Ctrl+C and the stop button end it. It starts in the
 * workspace folder: the paths of its failure lines are told from there, and Problems finds the files.
 */
export function runTask(
  context: ExtensionContext,
  definition: RunDefinition,
  folder: WorkspaceFolder | undefined,
): Task {
  const path = pathOf(Uri.file(absolute(definition.workflow, folder)));
  const project = projectOf(path, definition, folder);
  const start = folder ? pathOf(folder.uri) : project;
  const args = runArguments(relative(project, path), project === start ? undefined : project, definition);
  const execution = new ProcessExecution(process.execPath, [context.asAbsolutePath('dist/cli.js'), ...args], {
    cwd: start,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const name = definition.task ? `${definition.workflow} ${definition.task}` : definition.workflow;
  const task = new Task({ ...definition }, folder ?? TaskScope.Global, name, 'digdag', execution, ['$digkit']);
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    panel: TaskPanelKind.Dedicated,
    clear: true,
    showReuseMessage: false,
  };
  return task;
}

/** The definition of a run of this file, with the path as tasks.json would hold it. */
export function definitionOf(uri: Uri, rest: Omit<RunDefinition, 'type' | 'workflow'> = {}): RunDefinition {
  const folder = workspace.getWorkspaceFolder(uri);
  const workflow = folder ? relative(pathOf(folder.uri), pathOf(uri)) : uri.fsPath;
  return { type: 'digdag', workflow, ...rest };
}

function projectOf(path: string, { project }: RunDefinition, folder: WorkspaceFolder | undefined): string {
  if (project !== undefined) return pathOf(Uri.file(absolute(project, folder)));
  return new Projects(nodeFileSystem, topOf(Uri.file(path))).of(path).directory;
}

function absolute(path: string, folder: WorkspaceFolder | undefined): string {
  return isAbsolute(path) || !folder ? path : join(folder.uri.fsPath, path);
}
