import { isAbsolute, join } from 'node:path';
import {
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
import { engineSettings } from '../../platform/settings.ts';
import { type RunDefinition, runArguments } from './definition.ts';
import type { EditorLink } from './editorLink.ts';
import { requestOf } from './request.ts';

/**
 * The VS Code task that runs a workflow: a process of its own in a task terminal, so that Ctrl+C and the stop button end it. It starts in the
 * workspace folder: the paths of its failure lines are told from there.
 */
export function runTask(world: RunWorld, definition: RunDefinition, folder: WorkspaceFolder | undefined): Task {
  const uri = Uri.file(absolute(definition.workflow, folder));
  const path = pathOf(uri);
  const project = projectOf(path, definition, folder);
  const start = folder ? pathOf(folder.uri) : project;
  const named = project === start ? undefined : project;
  const args = runArguments(relative(project, path), named, definition, engineSettings(folder?.uri ?? uri));
  const request = requestOf(definition, uri.fsPath, folder?.uri.toString());
  const execution = new ProcessExecution(process.execPath, [world.program, ...args], {
    cwd: start,
    env: { ELECTRON_RUN_AS_NODE: '1', ...world.link.environment(project, request) },
  });
  // Failures go to Problems from the run's journal, each until the next run of its workflow: no problem matcher can do that.
  const task = new Task({ ...definition }, folder ?? TaskScope.Global, nameOf(definition), 'digdag', execution, []);
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    panel: TaskPanelKind.Dedicated,
    clear: true,
    showReuseMessage: false,
  };
  return task;
}

/** What the tasks of runs are made with. */
export interface RunWorld {
  /** dist/cli.js */
  readonly program: string;
  readonly link: EditorLink;
}

/** Tasks of one name share a terminal. */
function nameOf({ workflow, task }: RunDefinition): string {
  return task === undefined ? workflow : `${workflow} ${task}`;
}

/** The definition of a run of this file, with the path as tasks.json would hold it. */
export function definitionOf(uri: Uri, rest: Omit<RunDefinition, 'type' | 'workflow'> = {}): RunDefinition {
  const folder = workspace.getWorkspaceFolder(uri);
  const workflow = folder ? relative(pathOf(folder.uri), pathOf(uri)) : uri.fsPath;
  return { type: 'digdag', workflow, ...rest };
}

export function projectOf(
  path: string,
  { project }: Pick<RunDefinition, 'project'>,
  folder: WorkspaceFolder | undefined,
): string {
  if (project !== undefined) return pathOf(Uri.file(absolute(project, folder)));
  return new Projects(nodeFileSystem, topOf(Uri.file(path))).of(path).directory;
}

function absolute(path: string, folder: WorkspaceFolder | undefined): string {
  return isAbsolute(path) || !folder ? path : join(folder.uri.fsPath, path);
}
