import { Outputs } from '../expressions/scopes/outputs.ts';
import type { LocatedEntry } from '../project/located.ts';
import type { PlacedTask } from '../rules/rule.ts';
import type { CompiledFile } from '../workflow/compile.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { CheckCache } from './checkCache.ts';
import type { FilePart } from './parts.ts';

/** A task at the top of a file, with what it depends on. */
export interface TopTask extends PlacedTask {
  readonly entry: LocatedEntry;
  /** The names of the variables that tasks before it leave behind. */
  readonly outputsBefore: string;
}

/** All that stands right below the root of a file: tasks that were just compiled, and the known ones. */
export class FileTree {
  readonly topLevel: readonly PlacedTask[];
  readonly tasks: readonly TopTask[];
  readonly outputs: Outputs;

  /** @param compiled the file with at least those of its tasks that the cache does not know */
  constructor(parts: readonly FilePart[], { root }: CompiledFile, cache: CheckCache) {
    const made = new Map<LocatedEntry | null, TaskNode>(root.children.map((child) => [child.entry, child]));
    const bodies = root.children.filter(({ body }) => body !== null).map((task) => ({ task, shift: 0 }));
    const placed = parts.flatMap(({ entry, isTask }) => (isTask ? placedTask(entry, made, cache) : []));
    this.topLevel = [...bodies, ...placed];
    this.outputs = new Outputs(
      this.topLevel.map(({ task }) => task),
      cache.outputs,
    );
    const names = new Set<string>();
    let outputsBefore = '';
    this.tasks = placed.map(({ entry, task, shift }) => {
      const top = { entry, task, shift, outputsBefore };
      const left = this.outputs.of(task);
      if (left.size > 0) {
        for (const name of left.keys()) names.add(name);
        outputsBefore = [...names].join(' ');
      }
      return top;
    });
  }
}

function placedTask(entry: LocatedEntry, made: ReadonlyMap<LocatedEntry | null, TaskNode>, cache: CheckCache) {
  const task = made.get(entry);
  if (task) return [{ entry, task, shift: 0 }];
  const known = cache.tasks.get(entry.origin);
  return known ? [{ entry, task: known.node, shift: entry.shift - known.shift }] : [];
}
