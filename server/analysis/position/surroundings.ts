import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Operator, OptionPlace, Parameter, Scheduler, TaskOption } from '../../../core/catalog/types.ts';

/** What a key may be at a place of a workflow. */
export type Surroundings =
  /** The top of a file, a task or a group. */
  | { readonly kind: 'task'; readonly place: 'top' | 'task' | 'group' | 'new'; readonly operator: Operator | undefined }
  | { readonly kind: 'export' }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'parameters'; readonly parameters: readonly Parameter[] }
  /** Free data: whatever the user likes. */
  | { readonly kind: 'free' };

/** A key on the way down, with all keys of its map (its own too). */
export interface Level {
  readonly key: string;
  readonly siblings: readonly string[];
  /** Those of them that stand above it. */
  readonly earlier?: readonly string[];
}

const bodies = new Set(['_do', '_else_do', '_check', '_error']);

/** @param levels the keys around the place, outermost first; `keys` are those already there */
export function surroundingsOf(catalog: Catalog, levels: readonly Level[], keys: readonly string[]): Surroundings {
  let around: Surroundings = taskSurroundings(catalog, levels[0]?.siblings ?? keys, true);
  for (const [depth, { key }] of levels.entries()) {
    around = inside(catalog, around, key, levels[depth + 1]?.siblings ?? keys);
  }
  return around;
}

function taskSurroundings(catalog: Catalog, keys: readonly string[], top: boolean): Surroundings {
  const operator = operatorOf(catalog, keys);
  if (top) return { kind: 'task', place: 'top', operator };
  const named = keys.some((key) => key.endsWith('>') || key === '_type');
  const place = named ? 'task' : keys.some((key) => key.startsWith('+')) ? 'group' : 'new';
  return { kind: 'task', place, operator };
}

/** The operator of a task with these keys. */
export function operatorOf(catalog: Catalog, keys: readonly string[]): Operator | undefined {
  const key = keys.find((name) => name.endsWith('>'));
  return key === undefined ? undefined : catalog.operator(key.slice(0, -1));
}

function inside(catalog: Catalog, around: Surroundings, key: string, below: readonly string[]): Surroundings {
  switch (around.kind) {
    case 'task':
      return insideTask(catalog, around, key, below);
    case 'export':
      return parameters(sectionParameters(catalog, key));
    case 'parameters':
      if (key.startsWith('+') && holdsTasks(around.parameters)) return taskSurroundings(catalog, below, false);
      return parameters(around.parameters.find(({ name }) => name === key)?.parameters);
    case 'schedule':
    case 'free':
      return { kind: 'free' };
  }
}

function insideTask(
  catalog: Catalog,
  task: Surroundings & { kind: 'task' },
  key: string,
  below: readonly string[],
): Surroundings {
  if (key.startsWith('+') || bodies.has(key)) return taskSurroundings(catalog, below, false);
  if (key === '_export') return { kind: 'export' };
  if (key === 'schedule') return { kind: 'schedule' };
  if (key.endsWith('>')) return parameters(task.operator?.command.parameters);
  const own = task.operator?.parameters.find(({ name }) => name === key);
  return parameters(own?.parameters ?? catalog.taskOption(key)?.parameters);
}

/** Tasks may stand among the keys, as in `sla`. */
export function holdsTasks(list: readonly Parameter[]): boolean {
  return list.some(({ name, type }) => name.startsWith('+') && type.includes('tasks'));
}

function parameters(list: readonly Parameter[] | undefined): Surroundings {
  return list ? { kind: 'parameters', parameters: list } : { kind: 'free' };
}

/** What may stand under `_export: td:`: the parameters of all operators that look there. */
function sectionParameters(catalog: Catalog, section: string): readonly Parameter[] | undefined {
  const operators = catalog
    .operators()
    .filter(({ sections }) => sections?.some(({ path }) => path.length === 1 && path[0] === section));
  const byName = new Map(operators.flatMap(({ parameters: all }) => all.map((one) => [one.name, one])));
  return byName.size > 0 ? [...byName.values()] : undefined;
}

/** What a key means where it stands. */
export type Meaning =
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'scheduler'; readonly scheduler: Scheduler }
  | { readonly kind: 'option'; readonly option: TaskOption }
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly of: Operator | undefined };

export function meaningOf(catalog: Catalog, around: Surroundings, key: string): Meaning | undefined {
  switch (around.kind) {
    case 'task':
      return meaningInTask(catalog, around.operator, key);
    case 'schedule': {
      const scheduler = key.endsWith('>') ? catalog.scheduler(key.slice(0, -1)) : undefined;
      if (scheduler) return { kind: 'scheduler', scheduler };
      return parameterMeaning(catalog.scheduleOptions(), key);
    }
    case 'parameters':
      return parameterMeaning(around.parameters, key);
    case 'export': {
      const option = catalog.taskOption(key);
      return option?.legal.export ? { kind: 'option', option } : undefined;
    }
    case 'free':
      return undefined;
  }
}

function meaningInTask(catalog: Catalog, operator: Operator | undefined, key: string): Meaning | undefined {
  if (key.endsWith('>')) {
    const named = catalog.operator(key.slice(0, -1));
    return named && { kind: 'operator', operator: named };
  }
  const parameter = operator && parameterMeaning(operator.parameters, key, operator);
  if (parameter) return parameter;
  const option = catalog.taskOption(key);
  return option && { kind: 'option', option };
}

function parameterMeaning(list: readonly Parameter[], key: string, of?: Operator): Meaning | undefined {
  const parameter = list.find(({ name }) => name === key);
  return parameter && { kind: 'parameter', parameter, of };
}

/** The options of a place, also of a task that has nothing yet. */
export function optionPlaces(place: 'top' | 'task' | 'group' | 'new'): readonly OptionPlace[] {
  return place === 'new' ? ['task', 'group'] : [place];
}
