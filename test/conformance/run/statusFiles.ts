import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The names and states of all status files below a project: `…/20260102T030405+0000/+main+a.yml success`. */
export function statusFiles(project: string): string[] {
  return walk(project)
    .map((path) => relative(project, path))
    .filter(isStatusFile)
    .map((name) => `${name} ${stateOf(readFileSync(join(project, name), 'utf8'))}`)
    .sort();
}

/** The same of recorded files. */
export function recordedStatusFiles(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files)
    .filter(([name]) => isStatusFile(name))
    .map(([name, text]) => `${name} ${stateOf(text)}`)
    .sort();
}

function isStatusFile(name: string): boolean {
  return /\/\d{8}T\d{6}[+-]\d{4}\/\+.*\.yml$/.test(name);
}

function stateOf(text: string): string {
  return /^state: "?(\w+)"?/m.exec(text)?.[1] ?? '';
}

function walk(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? walk(path) : [path];
  });
}
