import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import { type NameUse, namesOf } from '../../../core/expressions/names.ts';
import { exportsOf, originOf } from '../../../core/expressions/scopes/definitions.ts';
import { bodyVariables } from '../../../core/expressions/scopes/loops.ts';
import { Outputs, outputsOf } from '../../../core/expressions/scopes/outputs.ts';
import type { Origin } from '../../../core/expressions/scopes/variable.ts';
import { evaluatedTexts, placeOfPart } from '../../../core/expressions/uses.ts';
import type { Place } from '../../../core/rules/finding.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';

/** A name in an expression, and what it is bound to. */
export interface VariableUse {
  readonly name: string;
  /** The name; the whole value where the file writes it otherwise than it is read (escapes in quotes, folded lines). */
  readonly place: Place;
  readonly exact: boolean;
  readonly origin: Origin | undefined;
  /** The task that reads it. */
  readonly task: TaskNode;
}

/** Digdag sets these for each task, over whatever a file says. */
const ofDigdag: ReadonlySet<string> = new Set(
  builtInCatalog.variables().flatMap(({ name, available }) => (available === 'always' ? [name] : [])),
);

export function isOfDigdag(name: string): boolean {
  return ofDigdag.has(name);
}

/** Which texts are looked at, and for which names. */
interface Wanted {
  readonly name?: string;
  /** Texts that touch this place only. */
  readonly around?: { readonly path: string; readonly start: number; readonly end: number };
}

/**
 * The variables that expressions of some tasks read.
 * @param sourceOf the text of a file
 */
export function* variableUses(
  tasks: Iterable<TaskNode>,
  sourceOf: (path: string) => string,
  { name: wanted, around }: Wanted,
): Generator<VariableUse> {
  const outputs = new Outputs();
  const known = new Map<string, NameUse[]>();
  const names = (script: string): NameUse[] => {
    const found = known.get(script) ?? namesOf(script);
    known.set(script, found);
    return found;
  };
  for (const evaluated of evaluatedTexts([...tasks])) {
    const { scalar, scan, task, key, text } = evaluated;
    if (wanted !== undefined && !text.includes(wanted)) continue;
    if (around && (scalar.path !== around.path || scalar.start > around.end || scalar.end < around.start)) continue;
    for (const part of scan.parts) {
      if (part.kind !== 'expression' || (wanted !== undefined && !part.script.includes(wanted))) continue;
      const place = placeOfPart(evaluated, part, sourceOf(scalar.path));
      for (const { name, offset } of names(part.script)) {
        if (wanted !== undefined && name !== wanted) continue;
        const start = place ? place.start + 2 + offset : scalar.start;
        const end = place ? start + name.length : scalar.end;
        const before = key === '_export' ? task.config.entries.keys().next().value : key;
        const origin = ofDigdag.has(name) ? undefined : originOf(name, task, outputs, before);
        yield { name, place: { path: scalar.path, start, end }, exact: place !== undefined, origin, task };
      }
    }
  }
}

/** The variable that what is written at a place gives to some of the tasks: a key of `_export` or `for_each>`, a value of `param_get>`. */
export function definedAt(
  tasks: Iterable<TaskNode>,
  isHere: (place: Place, name: string) => boolean,
): Pick<VariableUse, 'name' | 'origin'> | undefined {
  for (const task of tasks) {
    for (const { name, origin } of [...exportsOf(task), ...bodyVariables(task), ...outputsOf(task)]) {
      if (origin.place && isHere(origin.place, name) && !ofDigdag.has(name)) return { name, origin };
    }
  }
  return undefined;
}

/** The key of a task at a place, where an expression of the same task reads it as a variable. */
export function readKeyAt(
  task: TaskNode,
  isHere: (place: Place) => boolean,
  sourceOf: (path: string) => string,
): Pick<VariableUse, 'name' | 'origin'> | undefined {
  for (const { key: name, keyPlace } of task.config.entries.values()) {
    if (!isHere(keyPlace)) continue;
    for (const { origin } of variableUses([task], sourceOf, { name })) {
      if (origin?.kind === 'key' && origin.place && isHere(origin.place)) return { name, origin };
    }
  }
  return undefined;
}
