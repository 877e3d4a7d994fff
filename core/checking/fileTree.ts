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
  readonly topLevel: readonly PlacedTask[];
  readonly compiled: readonly TopTask[];
  /** The known ones that were not looked at. */
  readonly kept: readonly KnownPart[];
  readonly outputs: Outputs;
  /** A task names others that it waits for. */
  readonly waits: boolean;
  /** What tasks leave behind for known ones is what it was. */
  readonly handsOnTheSame: boolean;

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
    const topLevel: PlacedTask[] = root.children.flatMap((task) => (task.body === null ? [] : [{ task, shift: 0 }]));
    const outputs = new Outputs(() => topLevel.map(({ task }) => task), within);
    const made = new Map<LocatedEntry | null, TaskNode>(root.children.map((child) => [child.entry, child]));
    const lookedAt = new Set(looked);
    const compiled: TopTask[] = [];
    const kept: KnownPart[] = [];
    const before = new NamesBefore();
    let [waits, handsOnTheSame] = [false, true];
    for (const part of parts) {
      const { placed } = part;
      if (!lookedAt.has(part)) {
        if (!placed) continue;
        const { known } = placed;
        waits ||= known.waits;
        handsOnTheSame &&= before.isSame(known.outputsBefore);
        before.add(known.outputs);
        topLevel.push(placed);
        kept.push(placed);
        continue;
      }
      const task = made.get(part.entry);
      if (!task) continue;
      const top = { part, task, shift: 0, waits: task.config.has('_after'), outputs: outputs.of(task) };
      waits ||= top.waits;
      compiled.push({ ...top, outputsBefore: before.names });
      before.add(top.outputs);
      topLevel.push(top);
    }
    this.topLevel = topLevel;
    this.compiled = compiled;
    this.kept = kept;
    this.outputs = outputs;
    this.waits = waits;
    this.handsOnTheSame = handsOnTheSame;
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
