import type { FileSystem } from '../../core/project/fileSystem.ts';
import { loadFile } from '../../core/project/load.ts';
import { toValue } from '../../core/project/located.ts';
import { dirname, join, relative } from '../../core/project/paths.ts';
import { compileWorkflow } from '../../core/workflow/compile.ts';
import { type TaskNode, walkTasks } from '../../core/workflow/taskNode.ts';
import { operatorOf, requestTasks } from './tasks.ts';

/** A task whose request can be previewed. */
export interface RequestTarget {
  readonly path: string;
  readonly fullName: string;
  readonly operator: 'http' | 'http_call';
  /** From its key to the end of what it holds, in UTF-16 units; of a task that an include brought in the including file, nothing. */
  readonly start: number;
  readonly end: number;
}

/** As many files are looked into for tasks that send requests. */
const mostFiles = 50;

/** The tasks of a workflow that send requests, and behind them those of the workflows that it calls. */
export function requestTargets(files: FileSystem, path: string, projectDirectory: string): RequestTarget[] {
  const seen = new Set([path]);
  const targets: RequestTarget[] = [];
  for (const file of seen) {
    const root = rootOf(files, file, projectDirectory);
    if (!root) continue;
    targets.push(...requestTasks(root).map((task) => targetOf(task, file)));
    for (const called of calledBy(root, file, projectDirectory)) {
      if (seen.size < mostFiles && files.kind(called) === 'file') seen.add(called);
    }
  }
  return targets;
}

function rootOf(files: FileSystem, path: string, projectDirectory: string): TaskNode | undefined {
  const config = loadFile(files, path)?.config;
  if (!config) return undefined;
  const name = relative(projectDirectory, path).replace(/\.dig$/, '');
  return compileWorkflow(name, config, { called: name.includes('/') }).root;
}

function targetOf(task: TaskNode, path: string): RequestTarget {
  const { fullName, entry } = task;
  const operator = operatorOf(task) === 'http' ? 'http' : 'http_call';
  const isHere = entry?.path === path && entry.value.path === path;
  return { path, fullName, operator, start: isHere ? entry.keyStart : 0, end: isHere ? entry.value.end : 0 };
}

/** `call>` names a file from the folder of the caller, `require>` a workflow of the project. */
function calledBy(root: TaskNode, path: string, projectDirectory: string): string[] {
  return [...walkTasks(root)].flatMap((task) => {
    const [use] = task.operators;
    const name = use?.command && toValue(use.command);
    if (typeof name !== 'string' || name.includes('${')) return [];
    const base = use?.name === 'call' ? dirname(path) : use?.name === 'require' ? projectDirectory : undefined;
    return base === undefined ? [] : [join(base, name.endsWith('.dig') ? name : `${name}.dig`)];
  });
}
