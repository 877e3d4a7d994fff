import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, normalize, relative, resolve } from 'node:path';
import { OperatorError, type TaskContext } from './operator.ts';

/** The absolute working directory of a task; as Digdag, it compares texts: `/p2` counts as inside of `/p` (Workspace.java). */
export function workdirOf({ projectDirectory, workdir }: TaskContext): string {
  if (!workdir.startsWith(projectDirectory)) {
    const shown = relative(projectDirectory, workdir);
    const message = `Working directory must not be outside of project path (${projectDirectory}): ${shown}`;
    throw new OperatorError(message, { kind: 'illegal argument' });
  }
  return workdir;
}

/** A file named by a task, relative to its working directory. Not normalized: messages show it as it was put together. */
export function workspacePath(context: TaskContext, name: string): string {
  const path = name.startsWith('/') ? name : `${workdirOf(context)}/${name}`;
  if (!normalize(path).startsWith(context.projectDirectory)) {
    const message = `File name must not be outside of project path (${context.projectDirectory}): ${name}`;
    throw new OperatorError(message, { kind: 'illegal argument' });
  }
  return path;
}

/** A fresh directory below `.digdag/tmp`, where Digdag has its own: `digdag-sh-3-84120963507712`. */
export function temporaryDirectory(context: TaskContext, operator: string): string {
  const parent = resolve(context.projectDirectory, '.digdag', 'tmp');
  mkdirSync(parent, { recursive: true });
  const directory = join(parent, `digdag-${operator}-${context.taskId}-${randomInt(2 ** 47)}`);
  mkdirSync(directory, { mode: 0o700 });
  return directory;
}
