import { builtInCatalog } from '../../catalog/catalog.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import type { Definition } from './variable.ts';

/** What tasks leave behind for others, remembered for one tree of tasks: each is looked at once. */
export class Outputs {
  readonly #within: WeakMap<TaskNode, ReadonlyMap<string, Definition>>;
  readonly #topLevel: (() => readonly TaskNode[]) | undefined;
  readonly #before = new Map<TaskNode, ReadonlyMap<string, Definition>>();

  /**
   * @param topLevel what stands right below the root, where the tree holds only a part of it
   * @param within remembers what tasks leave behind, beyond one tree
   */
  constructor(
    topLevel?: () => readonly TaskNode[],
    within: WeakMap<TaskNode, ReadonlyMap<string, Definition>> = new WeakMap(),
  ) {
    this.#topLevel = topLevel;
    this.#within = within;
  }

  /**
   * The variables that tasks before this one leave behind: Digdag hands on what the siblings above stored, their descendants included. (Parallel
   * siblings hand on nothing, but which of them do is left open: an earlier one may.) The last of each name.
   */
  before(task: TaskNode): ReadonlyMap<string, Definition> {
    if (!this.#before.has(task)) this.#fill(task);
    return this.#before.get(task) ?? new Map();
  }

  #fill(task: TaskNode): void {
    let left: ReadonlyMap<string, Definition> = new Map();
    const { parent } = task;
    const siblings = parent?.parent === null ? this.#topLevel?.() : undefined;
    for (const sibling of siblings ?? parent?.children ?? []) {
      this.#before.set(sibling, left);
      const more = sibling.body === '_error' ? undefined : this.of(sibling);
      if (more && more.size > 0) left = new Map([...left, ...more]);
    }
  }

  /** What the task and those in it leave behind. */
  of(task: TaskNode): ReadonlyMap<string, Definition> {
    const known = this.#within.get(task);
    if (known) return known;
    const within = new Map(outputsOf(task).map((definition) => [definition.name, definition]));
    for (const child of task.children) for (const [name, definition] of this.of(child)) within.set(name, definition);
    this.#within.set(task, within);
    return within;
  }
}

/** The variables that the task's operator stores when it has run. */
export function outputsOf(task: TaskNode): Definition[] {
  return task.operators.flatMap((use) => {
    const outputs = builtInCatalog.operator(use.name)?.outputs ?? [];
    const names = new Set(outputs.map((output) => output.name.split('.')[0] ?? ''));
    const origin = { kind: 'output' as const, place: use.entry.keyPlace, task: task.fullName };
    const definitions = [...names]
      .filter((name) => /^\w+$/.test(name))
      .map((name): Definition => ({ name, certainty: 'unknown', origin }));
    return use.name === 'param_get' ? [...definitions, ...fetchedNames(task)] : definitions;
  });
}

/** `param_get>` makes a variable of each key's value. */
function fetchedNames(task: TaskNode): Definition[] {
  const definitions: Definition[] = [];
  for (const { key, value } of task.config.entries.values()) {
    if (key === 'param_get>' || value.kind !== 'scalar' || typeof value.value !== 'string') continue;
    const origin = { kind: 'output' as const, place: value.place, task: task.fullName };
    definitions.push({ name: value.value, certainty: 'unknown', origin });
  }
  return definitions;
}
