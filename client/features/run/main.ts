import { loadFile } from '../../../core/project/load.ts';
import { neededParameters } from '../../../core/project/neededParameters.ts';
import { Projects } from '../../../core/project/project.ts';
import { runVerdict } from '../../../core/project/verdict.ts';
import { compileWorkflow } from '../../../core/workflow/compile.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import { Sources } from '../../../runner/source.ts';

// What the client must know of Digdag before a run: a bundle of its own, loaded when a person asks for a run.

/** A file that stops every run of its project. */
export interface Blocker {
  readonly path: string;
  readonly message: string;
}

/** The files for which Digdag refuses to run anything of the project, the one that is to be run among them or not. */
export function blockersOf(directory: string, top: string): readonly Blocker[] {
  const verdict = runVerdict(nodeFileSystem, new Projects(nodeFileSystem, top).at(directory));
  if (verdict.ok) return [];
  return verdict.blocking.map(({ path, refusal }) => ({ path, message: refusal.message ?? refusal.java }));
}

/** The place of a parameter's first use. */
export interface ParameterUse {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

/** The parameters that a run of this file needs. */
export function parametersOf(path: string, directory: string, top: string): readonly ParameterUse[] {
  const sources = new Sources(nodeFileSystem);
  const project = new Projects(nodeFileSystem, top).at(directory);
  return neededParameters(nodeFileSystem, project, path).map(({ name, path: file, start }) => {
    const { line } = sources.lineOf({ path: file, start, end: start });
    return { name, path: file, line };
  });
}

/** A task that a run can be asked for by its name: not one of `_do` or a handler, which exists only while the workflow runs. */
export interface NamedTask {
  readonly name: string;
  /** Counted from 0; its key, and its last line. */
  readonly line: number;
  readonly lastLine: number;
}

/** The tasks of a workflow, in file order; without its root. */
export function tasksOf(path: string, directory: string, top: string): readonly NamedTask[] {
  const config = loadFile(nodeFileSystem, path)?.config;
  if (!config) return [];
  const project = new Projects(nodeFileSystem, top).at(directory);
  const { root } = compileWorkflow(project.nameOf(path), config);
  const sources = new Sources(nodeFileSystem);
  return [...walkTasks(root)].flatMap((node) => {
    const { entry } = node;
    if (entry?.path !== path || isMadeLater(node)) return [];
    const lineAt = (start: number): number => sources.lineOf({ path, start, end: start }).line - 1;
    const end = entry.value.path === path ? Math.max(entry.keyEnd, entry.value.end - 1) : entry.keyEnd;
    return [{ name: node.fullName, line: lineAt(entry.keyStart), lastLine: lineAt(end) }];
  });
}

function isMadeLater(node: TaskNode): boolean {
  for (let at: TaskNode | null = node; at; at = at.parent) if (at.body !== null) return true;
  return false;
}
