import { builtInCatalog } from '../../catalog/catalog.ts';
import type { FileSystem } from '../../project/fileSystem.ts';
import { loadFile } from '../../project/load.ts';
import { dirname, join } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { referencesIn } from '../../project/references.ts';
import { surveyTasks } from '../../workflow/survey.ts';
import { type OperatorUse, type TaskNode, walkTasks } from '../../workflow/taskNode.ts';
import { hasTemplate } from '../scan.ts';
import { definitionsAt, isDefinedAt } from './definitions.ts';
import { Outputs, outputsOf } from './outputs.ts';
import { type Left, leavesAnything, leavesNothing, leftByScript } from './scriptFiles.ts';
import type { Definition } from './variable.ts';

/** A workflow file, with the tasks right below its root. */
export interface TasksOfFile {
  readonly path: string;
  readonly topLevel: readonly TaskNode[];
}

/** What gives a variable to a task: `maybe` where something may that cannot be looked into. */
export type Elsewhere = Definition | 'maybe' | undefined;

/**
 * The variables that other files give to the tasks of a project: the code of `py>` and `rb>` tasks, called files, and callers. Files are read when
 * they are first needed; it stands for one state of the files.
 */
export class OtherFiles {
  readonly #left = new Map<TaskNode, Left>();
  readonly #speaking = new Map<TaskNode, ReadonlyMap<TaskNode, Left>>();
  readonly #places = new Map<TaskNode, number>();
  readonly #files = new Map<string, TasksOfFile | undefined>();
  readonly #callers = new Map<string, { readonly paths: readonly string[]; readonly open: boolean }>();

  constructor(
    private readonly fs: FileSystem,
    private readonly project: Project,
  ) {}

  /** What gives a variable to a task that its own file does not define. */
  find(name: string, task: TaskNode, file: TasksOfFile, seen: ReadonlySet<string> = new Set([file.path])): Elsewhere {
    let isOpen = false;
    for (const left of this.#before(task, file)) {
      const found = left.stores.findLast((definition) => definition.name === name);
      if (found) return found;
      isOpen ||= left.open;
    }
    return isOpen ? 'maybe' : this.#fromCallers(name, file.path, seen);
  }

  /** Code of an earlier task that hands the variable to its own subtasks only. */
  exported(name: string, task: TaskNode, file: TasksOfFile): Definition | undefined {
    for (const { exports } of this.#before(task, file)) {
      const found = exports.findLast((definition) => definition.name === name);
      if (found) return found;
    }
    return undefined;
  }

  /** What the tasks that run before a task leave, from the nearest level outwards. */
  *#before(task: TaskNode, file: TasksOfFile): Generator<Left> {
    for (let level = task; level.parent; level = level.parent) {
      if (level.body !== null) yield this.#around(level, level.parent, file);
      for (const [sibling, left] of this.#speakingIn(level.parent, file)) {
        // _error is written anywhere, and runs last; in the next round of a loop, all tasks of it have run
        const isAny = level.body === '_error' || isRepeated(level.parent);
        if (isAny ? sibling !== level : this.#placeOf(sibling, file) < this.#placeOf(level, file)) yield left;
      }
    }
  }

  /** What a body has from the task around it. */
  #around(level: TaskNode, around: TaskNode, file: TasksOfFile): Left {
    if (level.body === '_do') return around.operators.some(givesAnything) ? leavesAnything : leavesNothing;
    const { stores, exports, open } = this.#leftBy(around, file.path);
    return level.body === '_else_do' ? leavesNothing : { stores: [...stores, ...exports], exports: [], open };
  }

  /** The children of a task that leave something, they or their subtasks. */
  #speakingIn(parent: TaskNode, file: TasksOfFile): ReadonlyMap<TaskNode, Left> {
    const known = this.#speaking.get(parent);
    if (known) return known;
    const speaking = new Map<TaskNode, Left>();
    for (const child of childrenOf(parent, file)) {
      const parts = [...walkTasks(child)]
        .map((node) => this.#leftBy(node, file.path))
        .filter((left) => left !== leavesNothing);
      if (parts.length > 0) speaking.set(child, together(parts));
    }
    this.#speaking.set(parent, speaking);
    return speaking;
  }

  /** The how manieth of its siblings a task is. */
  #placeOf(task: TaskNode, file: TasksOfFile): number {
    if (!this.#places.has(task) && task.parent) {
      for (const [place, sibling] of childrenOf(task.parent, file).entries()) this.#places.set(sibling, place);
    }
    return this.#places.get(task) ?? -1;
  }

  #leftBy(task: TaskNode, path: string): Left {
    const known = this.#left.get(task);
    if (known) return known;
    this.#left.set(task, leavesNothing); // files that call each other
    const parts = task.kind === 'disabled' ? [] : task.operators.map((use) => this.#leftByOperator(task, use, path));
    const left = parts.length > 0 ? together(parts) : leavesNothing;
    this.#left.set(task, left);
    return left;
  }

  #leftByOperator(task: TaskNode, use: OperatorUse, path: string): Left {
    if (use.name === 'py') return leftByScript(this.fs, path, task, 'python');
    if (use.name === 'rb') return leftByScript(this.fs, path, task, 'ruby');
    if (use.name === 'call') return this.#leftByCall(use, path);
    const outputs = builtInCatalog.operator(use.name)?.outputs;
    const isKnown = builtInCatalog.operator(use.name) && use.name !== 'http_call';
    return isKnown && !outputs?.some(({ name }) => name === '(any)') ? leavesNothing : leavesAnything;
  }

  #leftByCall(use: OperatorUse, path: string): Left {
    const called = calledBy(use, path);
    const file = called === undefined ? undefined : this.#file(called);
    if (!file) return leavesAnything;
    const nodes = file.topLevel.flatMap((task) => [...walkTasks(task)]);
    const parts = nodes.map((node) => this.#leftBy(node, file.path));
    return together([{ stores: nodes.flatMap(outputsOf), exports: [], open: false }, ...parts]);
  }

  #file(path: string): TasksOfFile | undefined {
    if (!this.#files.has(path)) this.#files.set(path, readTasks(this.fs, path, this.project.nameOf(path)));
    return this.#files.get(path);
  }

  #fromCallers(name: string, path: string, seen: ReadonlySet<string>): Elsewhere {
    const [found] = this.#givenByCallers(name, path, seen);
    return found ?? (this.#callersOf(path).open ? 'maybe' : undefined);
  }

  /** What the callers of a file give to it under a name: one definition each, where the text tells it. */
  givenByCallers(name: string, path: string): Definition[] {
    return [...this.#givenByCallers(name, path, new Set([path]))].filter((found) => found !== 'maybe');
  }

  *#givenByCallers(name: string, path: string, seen: ReadonlySet<string>): Generator<Definition | 'maybe'> {
    for (const caller of this.#callersOf(path).paths) {
      const file = seen.has(caller) && caller !== path ? undefined : this.#file(caller);
      const tasks = file?.topLevel.flatMap((task) => [...walkTasks(task)]) ?? [];
      for (const task of file ? tasks : []) {
        if (!file || !task.operators.some((use) => use.name === 'call' && calledBy(use, caller) === path)) continue;
        const found =
          atCall(name, task) ?? (caller === path ? undefined : this.find(name, task, file, new Set([...seen, caller])));
        if (found) yield found;
      }
    }
  }

  #callersOf(path: string): { readonly paths: readonly string[]; readonly open: boolean } {
    const known = this.#callers.get(path);
    if (known) return known;
    const { workflows, reached } = this.project;
    let open = false;
    const paths = [...new Set([...workflows, ...reached.called])].filter((other) => {
      const source = this.fs.read(other)?.text ?? '';
      open ||= /\bcall>['"]?[ \t]*:.*\$\{/.test(source);
      return referencesIn(other, source).calls.includes(path);
    });
    const isAtTop = dirname(path) === this.project.directory;
    const callers = { paths, open: open || (paths.length === 0 && !isAtTop) };
    this.#callers.set(path, callers);
    return callers;
  }
}

/** What a task that calls a file hands on; its own keys are not. */
function atCall(name: string, task: TaskNode): Definition | undefined {
  const first = task.config.entries.keys().next().value;
  const outputs = new Outputs();
  if (!isDefinedAt(name, task, outputs, first)) return undefined;
  return definitionsAt(task, { outputs }, first).findLast((definition) => definition.name === name);
}

function childrenOf(parent: TaskNode, file: TasksOfFile): readonly TaskNode[] {
  return parent.parent === null ? file.topLevel : parent.children;
}

/** The task, or one around it, runs several times. */
function isRepeated(task: TaskNode): boolean {
  for (let at: TaskNode | null = task; at; at = at.parent) {
    const loops = at.body === '_do' && at.parent?.operators.some(({ name }) => loopOperators.has(name));
    if (loops || at.config.has('_retry')) return true;
  }
  return false;
}

const loopOperators: ReadonlySet<string> = new Set(['for_each', 'for_range', 'loop', 'td_for_each']);

/** The operator around a `_do` gives variables that the text does not name. */
function givesAnything({ name, command }: OperatorUse): boolean {
  return name === 'for_each' ? command?.kind !== 'map' : !builtInCatalog.operator(name);
}

function calledBy({ command }: OperatorUse, path: string): string | undefined {
  const name = command?.kind === 'scalar' ? command.value : undefined;
  if (typeof name !== 'string' || hasTemplate(name)) return undefined;
  return join(dirname(path), name.endsWith('.dig') ? name : `${name}.dig`);
}

function readTasks(fs: FileSystem, path: string, name: string): TasksOfFile | undefined {
  const file = loadFile(fs, path);
  if (!file?.config || file.errors.length > 0) return undefined;
  const root = surveyTasks('', `+${name}`, file.config, { path, start: 0, end: 0 });
  return { path, topLevel: root.children };
}

function together(parts: readonly Left[]): Left {
  if (parts.every((part) => part === leavesNothing)) return leavesNothing;
  return {
    stores: parts.flatMap(({ stores }) => stores),
    exports: parts.flatMap(({ exports }) => exports),
    open: parts.some(({ open }) => open),
  };
}
