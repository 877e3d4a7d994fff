import { type CancellationToken, type Task, type TaskProvider, TaskScope, workspace } from 'vscode';
import { Projects } from '../../../core/project/project.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import { pathOf, topOf } from '../../platform/paths.ts';
import { readDefinition } from './definition.ts';
import { definitionOf, type RunWorld, runTask } from './runTask.ts';

const mostTasks = 200;

/** Offers a run of every workflow of the workspace, and completes the tasks that a person keeps in tasks.json. */
export class RunTaskProvider implements TaskProvider {
  constructor(private readonly world: RunWorld) {}

  async provideTasks(token: CancellationToken): Promise<Task[]> {
    if (!workspace.isTrusted) return [];
    const files = await workspace.findFiles('**/*.dig', '**/{node_modules,.digdag}/**', mostTasks, token);
    return files
      .filter((uri) => uri.scheme === 'file' && !token.isCancellationRequested)
      .filter((uri) => new Projects(nodeFileSystem, topOf(uri)).of(pathOf(uri)).roleOf(pathOf(uri)) !== 'fragment')
      .map((uri) => runTask(this.world, definitionOf(uri), workspace.getWorkspaceFolder(uri)));
  }

  resolveTask({ definition, scope }: Task): Task | undefined {
    const read = workspace.isTrusted ? readDefinition(definition) : undefined;
    if (!read) return undefined;
    const folder =
      typeof scope === 'object' ? scope : scope === TaskScope.Global ? undefined : workspace.workspaceFolders?.[0];
    const task = runTask(this.world, read, folder);
    // VS Code finds the task again by its definition: it must be the very same object.
    task.definition = definition;
    return task;
  }
}
