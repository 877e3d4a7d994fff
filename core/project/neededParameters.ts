import { checkFile } from '../check.ts';
import { undefinedVariable } from '../rules/undefined-variable.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Project } from './project.ts';
import { reach } from './references.ts';

/** A variable that a run needs as a parameter. */
export interface NeededParameter {
  readonly name: string;
  /** Where it is read first. */
  readonly path: string;
  readonly start: number;
}

/** The variables that a workflow and what it calls read and that nothing in them defines, in the order in which they are read. */
export function neededParameters(fs: FileSystem, project: Project, path: string): readonly NeededParameter[] {
  const files = [path, ...reach(fs, [path]).called];
  const found = new Map<string, NeededParameter>();
  for (const file of files) {
    const findings = checkFile(fs, file, { project })?.findings ?? [];
    for (const { rule, message, path: at, start } of findings) {
      const [name] = message.args;
      if (rule !== undefinedVariable.id || typeof name !== 'string' || found.has(name)) continue;
      found.set(name, { name, path: at, start });
    }
  }
  return [...found.values()];
}
