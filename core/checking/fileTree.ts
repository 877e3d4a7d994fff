import { Outputs } from '../expressions/scopes/outputs.ts';
import type { Definition } from '../expressions/scopes/variable.ts';
import type { LocatedEntry } from '../project/located.ts';
import type { PlacedTask } from '../rules/rule.ts';
import type { CompiledFile } from '../workflow/compile.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { CheckCache, KnownTask } from './checkCache.ts';
import type { FilePart, KnownPart } from './parts.ts';

/** A task at the top of a file that was just compiled. */
export interface TopTask extends PlacedTask, Pick<KnownTask, 'outputs' | 'outputsBefore' | 'waits'> {
  readonly part: FilePart;
}

/** All that stands right below the root of a file: tasks that were just compiled, and the known ones. There may be tens of thousands. */
export class FileTree {
  readonly topLevel: PlacedTask[];
  readonly compiled: TopTask[] = [];
  /** The known ones that were not looked at. */
  readonly kept: KnownPart[] = [];
  readonly outputs: Outputs;
  /** A task names others that it waits for. */
  waits = false;
  /** What tasks leave behind for known ones is what it was. */
  handsOnTheSame = true;
  readonly #before = new NamesBefore();

  /**
   * @param looked the parts that were compiled
   * @param compiled the file with at least these
   */
  constructor(
    parts: readonly FilePart[],
    looked: readonly FilePart[],
    { root }: CompiledFile,
    within: CheckCache['outputs'],
  ) {
    this.topLevel = root.children.flatMap((task) => (task.body === null ? [] : [{ task, shift: 0 }]));
    this.outputs = new Outputs(() => this.topLevel.map(({ task }) => task), within);
    const made = new Map<LocatedEntry | null, TaskNode>(root.children.map((child) => [child.entry, child]));
    const lookedAt = new Set(looked);
    for (const part of parts) {
      const task = made.get(part.entry);
      if (!lookedAt.has(part)) {
        if (part.placed) this.#keep(part.placed);
      } else if (task) this.#take(part, task);
    }
  }

  #keep(placed: KnownPart): void {
    const { waits, outputs, outputsBefore } = placed.known;
    this.waits ||= waits;
    this.handsOnTheSame &&= this.#before.isSame(outputsBefore);
    this.#before.add(outputs);
    this.kept.push(placed);
    this.topLevel.push(placed);
  }

  #take(part: FilePart, task: TaskNode): void {
    const waits = task.config.has('_after');
    const outputs = this.outputs.of(task);
    const top = { part, task, shift: 0, waits, outputs, outputsBefore: this.#before.names };
    this.waits ||= waits;
    this.#before.add(outputs);
    this.compiled.push(top);
    this.topLevel.push(top);
  }
}

/** The names of the variables that the tasks so far leave behind. */
class NamesBefore {
  readonly #all = new Set<string>();
  names = '';

  add(outputs: ReadonlyMap<string, Definition>): void {
    if (outputs.size === 0) return;
    const { size } = this.#all;
    for (const name of outputs.keys()) this.#all.add(name);
    if (this.#all.size > size) this.names = [...this.#all].join(' ');
  }

  isSame(others: string): boolean {
    if (this.names !== others) return false;
    this.names = others; // the same object: the next comparison is quick
    return true;
  }
}
