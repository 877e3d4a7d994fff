import { type LocatedEntry, type LocatedMap, toValue } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import { suggest } from '../text/suggest.ts';
import { toJson } from '../value/json.ts';
import { asBoolean, unexpected } from '../value/typed.ts';
import { CompiledTask } from './compiledTask.ts';
import { connect } from './dependencies.ts';
import type { Problem, ProblemKind, Refusal } from './problem.ts';
import { taskConfig } from './taskConfig.ts';
import { rawTaskNameFaults } from './taskName.ts';
import type { TaskNode } from './taskNode.ts';

/** What io.digdag.core.workflow.WorkflowCompiler makes of one tree of tasks. */
export interface CompiledTree {
  /** Digdag's list; complete only where nothing is refused. */
  readonly tasks: readonly CompiledTask[];
  readonly problems: readonly Problem[];
  readonly refusal: Refusal | undefined;
}

/** The keys of a group beside `+tasks`, in the order of Java's HashSet, which is the order of Digdag's suggestions. */
const groupKeys = [
  'schedule',
  '_parallel',
  'timezone',
  '_error',
  'sla',
  '_check',
  '_export',
  '_secrets',
  '_background',
  '_retry',
  '_after',
];
const isGroupKey: ReadonlySet<string> = new Set(groupKeys);

export interface TreeOptions {
  /** Digdag compiles it when it loads the project; false of bodies that it compiles when they are due. */
  readonly early: boolean;
  /** The root's name is checked too; false where a file's name stands for what `call>` will name. */
  readonly named: boolean;
}

/** Compiles a tree, going on behind every error: the first that Digdag meets is the refusal, and all are problems. */
export function compileTree(root: TaskNode, options: TreeOptions): CompiledTree {
  const compiler = new TreeCompiler(options);
  compiler.collect(root, null);
  return compiler.result();
}

/** One run of WorkflowCompiler.Context. */
class TreeCompiler {
  readonly #tasks: CompiledTask[] = [];
  readonly #problems: Problem[] = [];
  /** Invalid keys: Digdag collects them and tells them together, where nothing worse was met. */
  readonly #failures: string[] = [];
  #refusal: Refusal | undefined;
  #badName: Refusal | undefined;

  constructor(readonly options: TreeOptions) {}

  result(): CompiledTree {
    return {
      tasks: this.#tasks,
      problems: this.#problems,
      refusal: this.#refusal ?? this.#badName ?? this.#invalidKeys(),
    };
  }

  /** WorkflowCompiler.Context.collect: the task and all that is below it. */
  collect(node: TaskNode, parent: CompiledTask | null): CompiledTask {
    this.#checkValues(node);
    this.#checkDisable(node);
    const children = subtasksOf(node);
    if (node.kind === 'operator') return this.#operator(node, parent, children);
    const task = this.#add(node, parent);
    if (node.kind === 'group') this.#group(task, children);
    return task;
  }

  /** An error at which Digdag stops. */
  refuse(kind: ProblemKind, node: TaskNode, entry: LocatedEntry | null, place: Place, message: string): void {
    this.#stop(() => message);
    this.#report(kind, node, entry, place, message);
  }

  #stop(message: () => string, java = 'ConfigException'): void {
    this.#refusal ??= { stage: 'compile', java, message: message() };
  }

  #report(
    kind: ProblemKind,
    node: TaskNode,
    entry: LocatedEntry | null,
    place: Place,
    message: string,
    suggestions: readonly string[] = [],
  ): void {
    const { path, start, end } = place;
    this.#problems.push({ kind, message, early: this.options.early, node, entry, suggestions, path, start, end });
  }

  #checkValues(node: TaskNode): void {
    for (const entry of node.config.entries.values()) {
      if (entry.value.kind === 'map' || !entry.key.startsWith('+')) continue;
      const read = taskConfig(entry.key, entry.value);
      if (read.ok) continue;
      this.#stop(() => read.message, read.java);
      const isTopLevelNull = node.entry === null && entry.value.kind === 'scalar' && entry.value.value === null;
      if (!isTopLevelNull) this.#report('task-value', node, entry, entry.keyPlace, read.message);
    }
  }

  /** WorkflowCompiler.java:179 */
  #checkDisable(node: TaskNode): void {
    const entry = node.config.entries.get('_disable');
    if (!entry) return;
    const value = toValue(entry.value);
    if (value === null || asBoolean(value) !== undefined) return;
    const { message } = unexpected("'true' or 'false'", '_disable', value);
    this.refuse('disable', node, entry, entry.value.place, message);
  }

  #operator(node: TaskNode, parent: CompiledTask | null, children: readonly TaskNode[]): CompiledTask {
    const first = children[0];
    if (first) {
      this.#stop(() => `A task can't have subtasks: ${dump(node.config)}`);
      this.#report('operator-with-subtasks', node, first.entry, first.place, "A task can't have subtasks");
    }
    const second = node.operators[1];
    if (second) {
      this.#stop(() => `A task can't have more than one operator: ${dump(node.config)}`);
      const message = "A task can't have more than one operator";
      this.#report('two-operators', node, second.entry, second.entry.keyPlace, message);
    }
    this.#checkError(node);
    const task = this.#add(node, parent);
    for (const child of children) this.collect(child, task);
    return task;
  }

  #group(task: CompiledTask, nodes: readonly TaskNode[]): void {
    const { node } = task;
    this.#checkGroupKeys(node);
    const children = nodes.map((child) => this.collect(child, task));
    connect(task, children, this);
    this.#checkError(node);
  }

  #checkGroupKeys(node: TaskNode): void {
    const unknown: LocatedEntry[] = [];
    for (const entry of node.config.entries.values()) {
      if (!entry.key.startsWith('+') && !isGroupKey.has(entry.key)) unknown.push(entry);
    }
    if (unknown.length === 0) return;
    const words = unknown.map((entry) => {
      const candidates = suggest(entry.key, groupKeys, 0.5);
      const word = `'${entry.key}'${candidates.length > 0 ? ` (did you mean [${candidates.join(', ')}]?)` : ''}`;
      const message = `${node.fullName} contains invalid keys: ${word}`;
      this.#report('group-key', node, entry, entry.keyPlace, message, candidates);
      return word;
    });
    this.#failures.push(`${node.fullName} contains invalid keys: ${words.join(', ')}: "${dump(node.config)}"`);
  }

  /** WorkflowCompiler.validateSpecialSubtasks: what `_error` holds is compiled at once. */
  #checkError(node: TaskNode): void {
    const entry = node.config.entries.get('_error');
    if (!entry || (entry.value.kind === 'scalar' && entry.value.value === null)) return;
    if (entry.value.kind !== 'map') {
      this.refuse('error-not-a-map', node, entry, entry.value.place, "Parameter '_error' must be an object");
      return;
    }
    const body = node.children.find((child) => child.body === '_error');
    if (!body) return;
    const { problems, refusal } = compileTree(body, { ...this.options, named: true });
    if (refusal) this.#refusal ??= refusal;
    for (const problem of problems) this.#problems.push(problem);
  }

  #add(node: TaskNode, parent: CompiledTask | null): CompiledTask {
    const task = new CompiledTask(this.#tasks.length, node, parent?.index ?? null);
    this.#tasks.push(task);
    const faults = rawTaskNameFaults(node.name);
    if (faults[0] !== undefined) this.#badNameOf(node, parent, faults);
    return task;
  }

  /** WorkflowTask.check runs for the finished list, so only where nothing else stopped Digdag: the first bad name is told. */
  #badNameOf(node: TaskNode, parent: CompiledTask | null, faults: readonly string[]): void {
    if (parent === null && !this.options.named) return;
    const lines = faults.map((fault) => `name ${fault}: "${node.name}"`);
    this.#badName ??= validation(`Validating workflow task failed\n${lines.join('\n')}`);
    // the names of tasks at the top of a file were reported when it was read
    if (parent !== null && parent.node.entry === null) return;
    const kind = node.entry === null ? 'workflow-name' : 'task-name';
    this.#report(kind, node, node.entry, node.place, lines[0] ?? '');
  }

  #invalidKeys(): Refusal | undefined {
    if (this.#failures.length === 0) return undefined;
    return validation(`Validating workflow failed\n${this.#failures.join('\n')}`);
  }
}

function validation(message: string): Refusal {
  const java = 'io.digdag.core.repository.ModelValidationException';
  return { stage: 'compile', java: 'ConfigException', message: `${java}: ${message}` };
}

function subtasksOf({ children }: TaskNode): readonly TaskNode[] {
  return children.every((child) => child.body === null) ? children : children.filter((child) => child.body === null);
}

/** The task's own keys as Digdag prints them in its errors. */
function dump(config: LocatedMap): string {
  return toJson(
    new Map([...config.entries].flatMap(([key, { value }]) => (key.startsWith('+') ? [] : [[key, toValue(value)]]))),
  );
}
