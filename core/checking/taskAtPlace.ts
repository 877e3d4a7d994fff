import { Outputs } from '../expressions/scopes/outputs.ts';
import type { Definition, OutputsBefore } from '../expressions/scopes/variable.ts';
import { hasTooManyCopies, type LoadedFile } from '../project/load.ts';
import { type LocatedEntry, LocatedMap } from '../project/located.ts';
import type { Project } from '../project/project.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import { surveyTasks } from '../workflow/survey.ts';
import { type TaskNode, taskAround } from '../workflow/taskNode.ts';
import type { CheckCache } from './checkCache.ts';

/** A task, and what other tasks of the file give to it. */
export interface TaskAtPlace {
  readonly task: TaskNode;
  readonly outputs: OutputsBefore;
}

/**
 * The innermost task around an offset of a file, its root where none is. Only the entry at the top in which the offset lies is compiled, with the keys
 * beside the tasks: what is asked right behind a keystroke cannot wait for a whole file.
 */
export function taskAtPlace(
  file: LoadedFile,
  project: Project,
  offset: number,
  cache: CheckCache,
): TaskAtPlace | undefined {
  const { path, config } = file;
  if (!config || hasTooManyCopies(file)) return undefined;
  const own = entryAt(config, path, offset);
  const reduced = reduce(config, (entry) => entry === own || !isTask(entry));
  const role = project.roleOf(path);
  const name = project.nameOf(path);
  const root =
    role === 'fragment'
      ? surveyTasks('', `+${name}`, reduced, { path, start: 0, end: 0 })
      : compileWorkflow(name, reduced, { called: role === 'called' }).root;
  return { task: taskAround(root, path, offset), outputs: new OutputsOfEntries(config, own, root, cache) };
}

/** The last entry that begins before an offset. */
function entryAt({ entries }: LocatedMap, path: string, offset: number): LocatedEntry | undefined {
  let found: LocatedEntry | undefined;
  for (const entry of entries.values()) {
    if (entry.path !== path || entry.keyStart > offset) continue;
    if (!found || found.keyStart <= entry.keyStart) found = entry;
  }
  return found;
}

function isTask({ key }: LocatedEntry): boolean {
  return key.startsWith('+');
}

function reduce({ entries, path, start, end, node }: LocatedMap, isKept: (entry: LocatedEntry) => boolean): LocatedMap {
  const kept = new Map([...entries].filter(([, entry]) => isKept(entry)));
  return new LocatedMap(kept, path, start, end, node);
}

/** What the tasks of a file leave behind, of which only one is compiled; of the others it is remembered as long as they stay as they are. */
class OutputsOfEntries implements OutputsBefore {
  readonly #within: Outputs;
  #atTop: ReadonlyMap<string, Definition> | undefined;

  constructor(
    readonly config: LocatedMap,
    readonly own: LocatedEntry | undefined,
    readonly root: TaskNode,
    readonly cache: CheckCache,
  ) {
    this.#within = new Outputs(undefined, cache.outputs);
  }

  before(task: TaskNode): ReadonlyMap<string, Definition> {
    if (task.parent !== this.root || task.body !== null) return this.#within.before(task);
    this.#atTop ??= this.#findAtTop();
    return this.#atTop;
  }

  #findAtTop(): ReadonlyMap<string, Definition> {
    const last = new Map<string, { readonly definition: Definition; readonly shift: number }>();
    for (const entry of this.config.entries.values()) {
      if (entry === this.own) break;
      if (!isTask(entry)) continue;
      for (const [name, definition] of this.#of(entry.origin)) last.set(name, { definition, shift: entry.shift });
    }
    return new Map([...last].map(([name, { definition, shift }]) => [name, movedBy(definition, shift)]));
  }

  /** What the task of an entry leaves, with the places of where it was read first. */
  #of(origin: LocatedEntry): ReadonlyMap<string, Definition> {
    const known = this.cache.outputsOfEntries.get(origin);
    if (known) return known;
    const entries = new Map([[origin.key, origin]]);
    const { path, keyStart, value } = origin;
    const alone = new LocatedMap(entries, path, keyStart, value.end);
    const [task] = surveyTasks('', this.root.name, alone, origin.keyPlace).children;
    const left = task ? this.#within.of(task) : new Map<string, Definition>();
    this.cache.outputsOfEntries.set(origin, left);
    return left;
  }
}

function movedBy(definition: Definition, distance: number): Definition {
  const { origin } = definition;
  if (distance === 0 || !origin.place) return definition;
  const { path, start, end } = origin.place;
  return { ...definition, origin: { ...origin, place: { path, start: start + distance, end: end + distance } } };
}
