import { Projects } from '../core/project/project.ts';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';

/** Why a path that was given as a workflow file is none; undefined where it is one. */
export function problemOf(shown: string, path: string): string | undefined {
  const kind = nodeFileSystem.kind(path);
  if (!kind) return `${shown} does not exist or is no file.`;
  return kind === 'directory'
    ? `${shown} is a folder. Name a workflow file in it, such as ${shown.replace(/\/$/, '')}/main.dig.`
    : undefined;
}

/** The project that a file belongs to, not above the directory in which the command was given. */
export function projectOf(path: string): string {
  const top = slashed(process.cwd());
  return new Projects(
    nodeFileSystem,
    path.startsWith(`${top}/`) ? top : path.slice(0, path.lastIndexOf('/')) || '/',
  ).of(path).directory;
}

/** The core's paths use `/` on every system. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
