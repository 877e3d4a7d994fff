import { normalize, relative } from '../project/paths.ts';
import { DigdagError } from '../text/digdagError.ts';

/** Where a task works. */
export interface Workplace {
  /** Absolute. */
  readonly projectDirectory: string;
  /** Absolute: the project directory, or `_workdir` below it. Not checked. */
  readonly workdir: string;
}

/**
 * The absolute working directory of a task; as Digdag, it compares texts: `/p2` counts as inside of `/p` (Workspace.java). Throws a DigdagError.
 */
export function workdirOf({ projectDirectory, workdir }: Workplace): string {
  if (!workdir.startsWith(projectDirectory)) {
    const shown = relative(projectDirectory, workdir);
    const message = `Working directory must not be outside of project path (${projectDirectory}): ${shown}`;
    throw new DigdagError(message, 'illegal argument');
  }
  return workdir;
}

/**
 * A file named by a task, relative to its working directory. Not normalized: messages show it as it was put together. Throws a DigdagError where it
 * lies outside of the project.
 */
export function workspacePath(place: Workplace, name: string): string {
  const path = name.startsWith('/') ? name : `${workdirOf(place)}/${name}`;
  if (!normalize(path).startsWith(normalize(place.projectDirectory))) {
    const message = `File name must not be outside of project path (${place.projectDirectory}): ${name}`;
    throw new DigdagError(message, 'illegal argument');
  }
  return path;
}
