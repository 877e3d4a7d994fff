import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

export type Program =
  | { readonly ok: true; readonly path: string }
  /** In Java's words: `error=2, No such file or directory`. */
  | { readonly ok: false; readonly reason: string };

const missing: Program = { ok: false, reason: 'error=2, No such file or directory' };
const forbidden: Program = { ok: false, reason: 'error=13, Permission denied' };

/** The file of a program as Java's ProcessBuilder finds it: on this process's own PATH, or relative to the directory that it is to run in. */
export function findProgram(
  name: string,
  directory: string,
  env: Readonly<Record<string, string | undefined>>,
): Program {
  if (!isDirectory(directory) || name === '') return missing;
  if (process.platform === 'win32') return { ok: true, path: name };
  if (name.includes('/')) return executable(resolve(directory, name));
  let found: Program = missing;
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const program = executable(resolve(directory, folder, name));
    if (program.ok) return program;
    if (program === forbidden) found = forbidden;
  }
  return found;
}

function executable(path: string): Program {
  try {
    if (!statSync(path).isFile()) return forbidden;
  } catch {
    return missing;
  }
  try {
    accessSync(path, constants.X_OK);
    return { ok: true, path };
  } catch {
    return forbidden;
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
