import { Outputs } from '../expressions/scopes/outputs.ts';
import type { Definition, OutputsBefore } from '../expressions/scopes/variable.ts';
import { isTask, type NumberedEntry } from '../project/entryIndex.ts';
import { hasTooManyCopies, type LoadedFile } from '../project/load.ts';
import { LocatedMap } from '../project/located.ts';
import type { Project } from '../project/project.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import { surveyTasks } from '../workflow/survey.ts';
import { type TaskNode, taskAround } from '../workflow/taskNode.ts';
import type { CheckCache } from './checkCache.ts';
import { outputsAtTop } from './outputsAtTop.ts';

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
  const own = config.index.at(offset);
  const reduced = reduceTo(config, own);
  const role = project.roleOf(path);
  const name = project.nameOf(path);
  const root =
    role === 'fragment'
      ? surveyTasks('', `+${name}`, reduced, { path, start: 0, end: 0 })
      : compileWorkflow(name, reduced, { called: role === 'called' }).root;
  return { task: taskAround(root, path, offset), outputs: new OutputsOfEntries(config, own?.at, root, cache) };
}

/** The map as if of its tasks there were this one only. */
function reduceTo({ index, path, start, end, node }: LocatedMap, own: NumberedEntry | undefined): LocatedMap {
  const kept = own && isTask(own.entry) ? [...index.besideTasks, own].sort((a, b) => a.at - b.at) : index.besideTasks;
  return new LocatedMap(new Map(kept.map(({ entry }) => [entry.key, entry])), path, start, end, node);
}

/** What the tasks of a file leave behind, of which only one is compiled; of the others it is remembered as long as they stay as they are. */
class OutputsOfEntries implements OutputsBefore {
  readonly #within: Outputs;
  #atTop: ReadonlyMap<string, Definition> | undefined;

  /** @param own the number of the entry that is compiled */
  constructor(
    readonly config: LocatedMap,
    readonly own: number | undefined,
    readonly root: TaskNode,
    readonly cache: CheckCache,
  ) {
    this.#within = new Outputs(undefined, cache.outputs);
  }

  before(task: TaskNode): ReadonlyMap<string, Definition> {
    if (task.parent !== this.root || task.body !== null) return this.#within.before(task);
    const { cache, config, root, own } = this;
    this.#atTop ??= outputsAtTop(cache, config, root.name).before(own ?? config.entries.size);
    return this.#atTop;
  }
}
