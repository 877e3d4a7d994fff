import { readdirSync, statSync } from 'node:fs';

/** The files that a check was asked for. */
export interface Targets {
  /** Absolute, with `/`; sorted, each once. */
  readonly files: readonly string[];
  /** The folder above which no project is looked for. */
  readonly top: string;
  /** What could not be found or read, a line each. */
  readonly problems: readonly string[];
}

/** Folders that hold no project of the user's own. */
const skipped = new Set(['node_modules', '.git', '.digdag', '.venv', 'venv', '__pycache__']);

/**
 * The `.dig` files among and below absolute paths. `workingDirectory` is the top where it holds all of them: `digkit check sub/child.dig` then
 * knows who calls it. Links to folders are not followed, so that a circle of links ends.
 */
export function targets(paths: readonly string[], workingDirectory: string): Targets {
  const files = new Set<string>();
  const problems: string[] = [];
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === undefined) problems.push(`${path} does not exist or cannot be read.`);
    else if (kind === 'file') files.add(path);
    else collect(path, files, problems);
  }
  if (files.size === 0 && problems.length === 0) {
    problems.push(`There is no .dig file in ${paths.join(', ')}. Name a workflow file, or a folder that holds one.`);
  }
  return {
    files: [...files].sort(),
    top: inside(paths, workingDirectory) ? workingDirectory : commonFolder(paths),
    problems,
  };
}

function inside(paths: readonly string[], folder: string): boolean {
  return paths.every((path) => path === folder || path.startsWith(folder === '/' ? folder : `${folder}/`));
}

function kindOf(path: string): 'file' | 'directory' | undefined {
  try {
    const stat = statSync(path);
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'directory' : undefined;
  } catch {
    return undefined;
  }
}

function collect(folder: string, files: Set<string>, problems: string[]): void {
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    try {
      for (const entry of readdirSync(at, { withFileTypes: true })) {
        const path = `${at === '/' ? '' : at}/${entry.name}`;
        if (entry.isDirectory() && !skipped.has(entry.name)) pending.push(path);
        else if (entry.name.endsWith('.dig') && (entry.isFile() || (entry.isSymbolicLink() && kindOf(path) === 'file')))
          files.add(path);
      }
    } catch (error) {
      problems.push(`${at} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** The deepest folder that holds all paths; a file's own folder where one file is asked for. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) =>
    kindOf(path) === 'directory' ? path : path.slice(0, path.lastIndexOf('/')) || '/',
  );
  const [first = '/', ...rest] = folders;
  let common = first;
  for (const folder of rest) {
    while (common !== '/' && folder !== common && !folder.startsWith(`${common}/`))
      common = common.slice(0, common.lastIndexOf('/')) || '/';
  }
  return common;
}
