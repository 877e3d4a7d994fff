import { Outputs } from '../expressions/scopes/outputs.ts';
import type { Definition } from '../expressions/scopes/variable.ts';
import { isTask } from '../project/entryIndex.ts';
import { type LocatedEntry, LocatedMap } from '../project/located.ts';
import { countAtFront } from '../sorted.ts';
import { surveyTasks } from '../workflow/survey.ts';
import type { CheckCache } from './checkCache.ts';

/** A task that leaves a variable behind: its number among the entries of the file, and how far it was moved from where it was read first. */
interface Leaving {
  readonly at: number;
  readonly definition: Definition;
  readonly shift: number;
}

/** The variables that the tasks at the top of a file leave behind, by name, so that it is quick to tell which of them come before a task. */
export class OutputsAtTop {
  readonly #byName = new Map<string, Leaving[]>();

  constructor(config: LocatedMap, of: (origin: LocatedEntry) => ReadonlyMap<string, Definition>) {
    for (const { entry, at } of config.index.all) {
      if (!isTask(entry)) continue;
      for (const [name, definition] of of(entry.origin)) {
        const leaving = { at, definition, shift: entry.shift };
        const known = this.#byName.get(name);
        if (known) known.push(leaving);
        else this.#byName.set(name, [leaving]);
      }
    }
  }

  /** What the entries before one leave, the last of each name. */
  before(at: number): ReadonlyMap<string, Definition> {
    const left = new Map<string, Definition>();
    for (const [name, leaving] of this.#byName) {
      const last = leaving[countAtFront(leaving, (one) => one.at < at) - 1];
      if (last) left.set(name, movedBy(last.definition, last.shift));
    }
    return left;
  }
}

/** Of a file as it is now; what a task leaves is remembered as long as the task stays as it is. */
export function outputsAtTop(cache: CheckCache, config: LocatedMap, rootName: string): OutputsAtTop {
  const known = cache.outputsAtTop.get(config);
  if (known) return known;
  const outputs = new Outputs(undefined, cache.outputs);
  const made = new OutputsAtTop(config, (origin) => {
    const left = cache.outputsOfEntries.get(origin) ?? leftBy(origin, rootName, outputs);
    cache.outputsOfEntries.set(origin, left);
    return left;
  });
  cache.outputsAtTop.set(config, made);
  return made;
}

/** What the task of an entry leaves, with the places of where it was read first. */
function leftBy(origin: LocatedEntry, rootName: string, outputs: Outputs): ReadonlyMap<string, Definition> {
  const { path, keyStart, value } = origin;
  const alone = new LocatedMap(new Map([[origin.key, origin]]), path, keyStart, value.end);
  const [task] = surveyTasks('', rootName, alone, origin.keyPlace).children;
  return task ? outputs.of(task) : new Map();
}

function movedBy(definition: Definition, distance: number): Definition {
  const { origin } = definition;
  if (distance === 0 || !origin.place) return definition;
  const { path, start, end } = origin.place;
  return { ...definition, origin: { ...origin, place: { path, start: start + distance, end: end + distance } } };
}
