import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { loadFile } from '../../../core/project/load.ts';
import { basename, dirname, isInside } from '../../../core/project/paths.ts';
import type { Project } from '../../../core/project/project.ts';
import { type OperatorTask, operatorTasksIn } from '../../../core/rules/support/task.ts';
import { templatesOf } from '../../../core/rules/support/templates.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { WorkspaceProjects } from '../../workspace/projects.ts';
import { type View, viewOf } from '../symbols/view.ts';

/** A task that runs a file and evaluates its `${…}`. */
export interface TemplateUser {
  readonly view: View;
  readonly task: OperatorTask;
}

/**
 * The tasks that evaluate a SQL file or another template, in the workflows of the directories around it. Only files whose text names it are
 * read as workflows.
 */
export function usersOf(
  { files, projects }: { readonly files: FileSystem; readonly projects: WorkspaceProjects },
  path: string,
): TemplateUser[] {
  const name = basename(path).replace(/\.[^.]*$/, '');
  const users: TemplateUser[] = [];
  const seen = new Set<string>();
  for (const directory of directoriesAround(path, projects.topOf(path))) {
    for (const workflow of workflowsOf(projects.at(directory))) {
      if (seen.has(workflow)) continue;
      seen.add(workflow);
      if (files.read(workflow)?.text.includes(name)) users.push(...usersIn(files, projects, workflow, path));
    }
  }
  return users;
}

/** From the file's own directory up to the workspace folder. */
function directoriesAround(path: string, top: string): string[] {
  const directories: string[] = [];
  for (let at = dirname(path); isInside(top, at) || at === top; at = dirname(at)) {
    directories.push(at);
    if (at === top || at === '/') break;
  }
  return directories;
}

function workflowsOf(project: Project): readonly string[] {
  return project.workflows.length === 0 ? [] : [...project.workflows, ...project.reached.called];
}

function usersIn(files: FileSystem, projects: WorkspaceProjects, workflow: string, path: string): TemplateUser[] {
  const file = loadFile(files, workflow);
  if (!file) return [];
  const view = viewOf({ path: workflow, project: projects.of(workflow), file, compiled: undefined });
  const tasks = view.root ? [...walkTasks(view.root)] : [];
  return [...operatorTasksIn(tasks)]
    .filter((task) => [...templatesOf(task, view)].some((template) => template.path === path))
    .map((task) => ({ view, task }));
}
