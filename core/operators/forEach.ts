import { configError } from '../text/digdagError.ts';
import { toJson } from '../value/json.ts';
import type { ConfigMap, Value } from '../value/value.ts';
import { parseList, parseNested, requiredNested } from './config.ts';
import { iteration, maxLoopTasks, subtasks } from './loops.ts';

/** for_each>: `_do` for each combination of the values; the last key varies fastest. Throws a DigdagError. */
export function forEachTasks(params: ConfigMap): ConfigMap {
  const body = requiredNested(params, '_do');
  const command = parseNested(params, '_command');
  const lists = [...command.keys()].map((key) => ({ key, values: parseList(command, key) }));
  enforceLimit(lists);
  const iterations: ConfigMap = new Map();
  for (const combination of combinations(lists)) {
    const variables: ConfigMap = new Map(combination.map(({ key, value }) => [key, value]));
    iterations.set(nameOf(combination), iteration(body, variables));
  }
  return subtasks(iterations, params);
}

interface List {
  readonly key: string;
  readonly values: readonly Value[];
}

interface Choice {
  readonly key: string;
  readonly keyIndex: number;
  readonly value: Value;
  readonly index: number;
}

function enforceLimit(lists: readonly List[]): void {
  let count = 1;
  for (const { values } of lists) {
    count *= values.length;
    if (count > maxLoopTasks) throw configError(`Too many for_each subtasks. Limit: ${maxLoopTasks}`);
  }
}

/** As in Digdag, leading empty lists are passed over, while a later one leaves nothing. */
function combinations(lists: readonly List[]): readonly (readonly Choice[])[] {
  let found: readonly (readonly Choice[])[] = [];
  for (const [keyIndex, { key, values }] of lists.entries()) {
    const choices = values.map((value, index) => ({ key, keyIndex, value, index }));
    const starts = found.length === 0 ? [[]] : found;
    found = starts.flatMap((start) => choices.map((choice) => [...start, choice]));
  }
  return found;
}

/** `+for-0=region=0=eu&1=day=2=mon` */
function nameOf(combination: readonly Choice[]): string {
  const parts = combination.map(({ key, keyIndex, value, index }) => {
    const shown = typeof value === 'string' ? value : toJson(value);
    return `${keyIndex}=${tag(key)}=${index}=${tag(shown)}`;
  });
  return `+for-${parts.join('&')}`;
}

/** The first 8 characters as java.net.URLEncoder writes them, a space as %20. */
function tag(text: string): string {
  const encoded = encodeURIComponent(text.slice(0, 8).replace(/\p{Surrogate}/gu, '?'));
  return encoded.replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
