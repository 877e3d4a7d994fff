import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import { isGlobal } from '../../../core/expressions/names.ts';
import type { LocatedEntry, LocatedMap } from '../../../core/project/located.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { isOfDigdag, variableUses } from '../symbols/variables.ts';
import { viewOf } from '../symbols/view.ts';

/** What a word of a file means. Offsets in its text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'task' | 'operator' | 'option' | 'parameter' | 'variable';
  /** The word makes it: a task's key, a variable's definition. */
  readonly declares: boolean;
  /** Digdag brings it. */
  readonly builtIn: boolean;
}

/** The meanings of the words in a part of a document, in its order: as the tree tells them, not the look of a line. */
export function tokensIn(services: Services, document: OpenDocument, start: number, end: number): Token[] {
  const { path, root, file } = viewOf(services.checked(document));
  if (!root) return [];
  const isHere = (place: Place) => place.path === path && place.start < end && start < place.end;
  const tasks = [...walkTasks(root)].filter((task) => isNear(task, path, start, end));
  // an alias shares its words: each is told once
  const byStart = new Map<number, Token>();
  for (const { place, ...token } of tasks.flatMap((task) => [...keysOf(task, task.entry ? undefined : file.config)])) {
    if (isHere(place)) byStart.set(place.start, { ...token, start: place.start, end: place.end });
  }
  const around = { path, start, end };
  for (const { name, place, exact } of variableUses(tasks, (of) => services.sourceOf(of), { around })) {
    const token = { kind: 'variable', declares: false, builtIn: isOfDigdag(name) || isGlobal(name) } as const;
    if (exact && isHere(place)) byStart.set(place.start, { ...token, start: place.start, end: place.end });
  }
  return [...byStart.values()].sort((one, other) => one.start - other.start);
}

/** What is written in another file, or by an alias, may stand anywhere. */
function isNear({ entry }: TaskNode, path: string, start: number, end: number): boolean {
  if (entry?.path !== path || entry.value.path !== path || entry.value.node?.kind !== 'mapping') return true;
  return entry.keyStart < end && start < Math.max(entry.keyEnd, entry.value.end);
}

type Word = Omit<Token, 'start' | 'end'> & { readonly place: Place };

/** @param whole of the root all keys of the file: `timezone` and the like are none of the task's */
function* keysOf(task: TaskNode, whole: LocatedMap | undefined): Generator<Word> {
  for (const entry of (whole ?? task.config).entries.values()) {
    const word = meaningOf(task, entry);
    if (word) yield { ...word, place: entry.keyPlace };
    if (entry.key === '_export' || entry.key === 'for_each>') yield* variablesOf(entry);
  }
}

function meaningOf({ operators }: TaskNode, { key }: LocatedEntry): Omit<Word, 'place'> | undefined {
  if (key.startsWith('+')) return { kind: 'task', declares: true, builtIn: false };
  if (key.endsWith('>')) {
    return { kind: 'operator', declares: false, builtIn: builtInCatalog.operator(key.slice(0, -1)) !== undefined };
  }
  const isParameter = operators.some(({ name }) =>
    builtInCatalog.operator(name)?.parameters.some((parameter) => parameter.name === key),
  );
  if (isParameter) return { kind: 'parameter', declares: false, builtIn: true };
  return builtInCatalog.taskOption(key) && { kind: 'option', declares: false, builtIn: true };
}

function* variablesOf({ value }: LocatedEntry): Generator<Word> {
  const map: LocatedMap | undefined = value.kind === 'map' ? value : undefined;
  for (const entry of map?.entries.values() ?? []) {
    yield { kind: 'variable', declares: true, builtIn: false, place: entry.keyPlace };
  }
}
