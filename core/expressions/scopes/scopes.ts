import type { LocatedEntry } from '../../project/located.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import { aroundTasks, keysOf, levelDefinitions, levels, sessionDefinitions } from './definitions.ts';
import type { Definition, OutputsBefore, ScopeOptions, Variable } from './variable.ts';
import { addDefinition } from './variablesAt.ts';

/** A task whose keys are gone through. */
interface Current {
  readonly task: TaskNode;
  readonly variables: Map<string, Variable>;
  readonly entries: IterableIterator<readonly [string, LocatedEntry]>;
  next: IteratorResult<readonly [string, LocatedEntry]>;
}

/**
 * `variablesAt` for place after place: what tasks share is looked up once, and each further key of a task adds itself, so that a task of thousands of
 * keys, or thousands of tasks below thousands of exports, cost what they hold. Made for one request.
 */
export class Scopes {
  readonly #options: ScopeOptions & { readonly outputs: OutputsBefore };
  /** The levels of the last task, the root first, and what they give to all that is in them. */
  readonly #levels: { readonly level: TaskNode; readonly variables: ReadonlyMap<string, Variable> }[] = [];
  #current: Current | undefined;

  constructor(options: ScopeOptions & { readonly outputs: OutputsBefore }) {
    this.#options = options;
  }

  /**
   * @param before as for `variablesAt`; quick where the keys of a task are asked for in their order
   * @returns what is true until the next call
   */
  at(task: TaskNode, before: string): ReadonlyMap<string, Variable> {
    const known = this.#current?.task === task ? advance(this.#current, before) : undefined;
    return known ?? advance(this.#begin(task), before) ?? new Map();
  }

  #begin(task: TaskNode): Current {
    const variables = new Map(this.#levelsOf(task));
    for (const definition of sessionDefinitions(task, this.#options)) addDefinition(variables, definition);
    const entries = task.config.entries.entries();
    this.#current = { task, variables, entries, next: entries.next() };
    return this.#current;
  }

  #levelsOf(task: TaskNode): ReadonlyMap<string, Variable> | undefined {
    const wanted = levels(task);
    const isOther = wanted.findIndex((level, depth) => this.#levels[depth]?.level !== level);
    this.#levels.length = isOther < 0 ? wanted.length : isOther;
    for (const level of wanted.slice(this.#levels.length)) {
      this.#levels.push({ level, variables: this.#below(this.#levels.at(-1)?.variables, level) });
    }
    return this.#levels.at(-1)?.variables;
  }

  #below(around: ReadonlyMap<string, Variable> | undefined, level: TaskNode): ReadonlyMap<string, Variable> {
    const definitions: Definition[] = around ? [] : aroundTasks(this.#options);
    definitions.push(...levelDefinitions(level, this.#options.outputs));
    if (around && definitions.length === 0) return around;
    const variables = new Map(around);
    for (const definition of definitions) addDefinition(variables, definition);
    return variables;
  }
}

/** Adds the keys above one; undefined where that one was passed already. */
function advance(current: Current, before: string): ReadonlyMap<string, Variable> | undefined {
  while (!current.next.done && current.next.value[0] !== before) {
    for (const definition of keysOf(current.task, current.next.value[1])) addDefinition(current.variables, definition);
    current.next = current.entries.next();
  }
  return current.next.done ? undefined : current.variables;
}
