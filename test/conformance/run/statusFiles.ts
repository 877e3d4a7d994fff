import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface StatusFile {
  /** Relative to the project. */
  readonly name: string;
  readonly text: string;
}

/** All status files below a project, sorted. */
export function statusFiles(project: string): StatusFile[] {
  const names = walk(project).map((path) => relative(project, path));
  return sorted(names.map((name) => ({ name, text: readFileSync(join(project, name), 'utf8') })));
}

/** The same of recorded files: those that a run wrote. */
export function recordedStatusFiles(files: Readonly<Record<string, string>>): StatusFile[] {
  return sorted(Object.entries(files).map(([name, text]) => ({ name, text })));
}

/** `…/20260102T030405+0000/+main+a.yml success` */
export function nameAndState({ name, text }: StatusFile): string {
  return `${name} ${/^state: "?(\w+)"?/m.exec(text)?.[1] ?? ''}`;
}

export function nameAndText({ name, text }: StatusFile): string {
  return `${name}\n${text}`;
}

function sorted(files: readonly StatusFile[]): StatusFile[] {
  return files.filter(({ name }) => isStatusFile(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isStatusFile(name: string): boolean {
  return /\/\d{8}T\d{6}[+-]\d{4}\/\+.*\.yml$/.test(name);
}

function walk(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? walk(path) : [path];
  });
}
