import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { StartError } from '../../startError.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface DigdagProgram {
  readonly path: string;
  /** Java runs it: Digdag's own file, a jar with a start script before it. Else it is somebody's script that runs Digdag. */
  readonly jar: boolean;
}

/**
 * Finds the `digdag` command: the one that the person named, else in PATH, else where it is usually put.
 * @throws StartError where there is none, with the places
 */
export function findDigdag(named: string | undefined, env: Environment): DigdagProgram {
  if (named !== undefined && named !== '') {
    const found = programAt(expanded(named));
    if (found) return found;
    throw new StartError(`${named}, which is to be the digdag command, is no file that can be read.`);
  }
  const inPath = placesIn((env.PATH ?? '').split(delimiter));
  const besides = placesIn(usualFolders());
  for (const path of [...inPath, ...besides]) {
    const found = programAt(path);
    if (found) return found;
  }
  throw new StartError(
    `There is no digdag command in PATH, nor at ${besides.join(', ')}. Name it by --digdag or the setting digkit.run.digdagPath; or run with --engine built-in, which needs none.`,
  );
}

const names = process.platform === 'win32' ? ['digdag.bat', 'digdag.cmd', 'digdag', 'digdag.jar'] : ['digdag'];

/** Where Treasure Data's toolbelt, Digdag's own instructions and package managers put it. */
function usualFolders(): readonly string[] {
  const own = [['.td', 'digdag'], ['bin'], ['.local', 'bin']].map((path) => join(homedir(), ...path));
  return process.platform === 'win32' ? own : [...own, '/usr/local/bin', '/opt/homebrew/bin'];
}

function placesIn(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => names.map((name) => join(folder === '' ? '.' : folder, name)));
}

function expanded(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}

function programAt(path: string): DigdagProgram | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const { size } = fstatSync(file);
    return fstatSync(file).isFile() ? { path, jar: endsAsZip(file, size) } : undefined;
  } finally {
    closeSync(file);
  }
}

const longestZipEnd = 22 + 65_535;

/** A zip is known by the record at its end; a script may stand before it. */
function endsAsZip(file: number, size: number): boolean {
  const end = Buffer.alloc(Math.min(size, longestZipEnd));
  readSync(file, end, 0, end.length, size - end.length);
  return end.includes('PK\u0005\u0006', 0, 'latin1');
}
