import { compileWorkflow } from '../workflow/compile.ts';
import { isIteration, segmentsOf } from '../workflow/fullName.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { FileSystem } from './fileSystem.ts';
import { loadFile } from './load.ts';
import { toValue } from './located.ts';
import { dirname, join } from './paths.ts';
import type { Project } from './project.ts';

/** Finds where the tasks of a project's runs are written, by nothing but their full names: `+main+load^sub+loop-0+x`. One snapshot of the files. */
export class WrittenTasks {
  readonly #roots = new Map<string, TaskNode | undefined>();

  constructor(
    private readonly fs: FileSystem,
    private readonly project: Project,
  ) {}

  /** Undefined where no file of the project holds the task: fetched by http_call>, added by Digdag itself, or called by a computed name. */
  find(fullName: string): TaskNode | undefined {
    const [root, ...rest] = segmentsOf(fullName);
    if (root === undefined) return undefined;
    const start = this.#root(join(this.project.directory, `${root.slice(1)}.dig`));
    let candidates: readonly TaskNode[] = start ? [start] : [];
    for (const name of rest) candidates = candidates.flatMap((node) => this.#below(node, name));
    return candidates[0];
  }

  #below(node: TaskNode, name: string): readonly TaskNode[] {
    const found = node.children.filter((child) => child.name === name);
    if (found.length > 0) return found;
    if (name === '^sub') return this.#called(node);
    return isIteration(name) ? [node] : [];
  }

  /** `call>` stands for the tasks of another file, named from the folder of its own. */
  #called(node: TaskNode): readonly TaskNode[] {
    const call = node.operators.find((use) => use.name === 'call')?.command;
    const name = call && toValue(call);
    if (typeof name !== 'string' || name.includes('${')) return [];
    const root = this.#root(join(dirname(fileOf(node)), name.endsWith('.dig') ? name : `${name}.dig`));
    return root ? [root] : [];
  }

  #root(path: string): TaskNode | undefined {
    if (!this.#roots.has(path)) this.#roots.set(path, this.#load(path));
    return this.#roots.get(path);
  }

  #load(path: string): TaskNode | undefined {
    const config = loadFile(this.fs, path)?.config;
    return config && compileWorkflow(this.project.nameOf(path), config, { called: true }).root;
  }
}

/** The workflow's file, also of a task that an `!include` brought. */
function fileOf(node: TaskNode): string {
  let root = node;
  while (root.parent) root = root.parent;
  return root.place.path;
}
