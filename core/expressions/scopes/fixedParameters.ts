import { type Located, type LocatedEntry, LocatedMap, toValue } from '../../project/located.ts';
import type { Place } from '../../rules/finding.ts';
import { asText } from '../../value/typed.ts';
import type { ConfigMap, Value } from '../../value/value.ts';

/** A parameter of a run (`-p`, `-P`) that an `_export` of the workflow overrides: what is given has no effect there. */
export interface FixedParameter {
  /** As `-p` names it: `td.database`. */
  readonly name: string;
  /** Where the `_export` gives the value. */
  readonly place: Place;
  /** The task below the workflow in which it holds: `+load+query`. Absent where it holds in all. */
  readonly task?: string;
}

/**
 * Which of a run's parameters the workflow fixes itself. Digdag merges the parameters of the session first and the exports after them
 * (WorkflowExecutor.collectParams), maps key by key: what is exported always wins.
 * @param config the workflow as it is loaded
 */
export function parametersFixedByExport(config: LocatedMap, params: ConfigMap): FixedParameter[] {
  return params.size === 0 ? [] : [...fixedIn(config, params, '')];
}

function* fixedIn(config: LocatedMap, params: ConfigMap, task: string): Generator<FixedParameter> {
  const exported = config.get('_export');
  if (exported instanceof LocatedMap) yield* overlap(exported, params, '', task);
  for (const [key, { value }] of config.entries) {
    if (!key.startsWith('+')) continue;
    for (const part of mapsOf(value)) yield* fixedIn(part, params, task + key);
  }
}

/** A task may be a list of maps. */
function mapsOf(value: Located): LocatedMap[] {
  if (value.kind === 'list') return value.items.flatMap(mapsOf);
  return value instanceof LocatedMap ? [value] : [];
}

function* overlap(exported: LocatedMap, params: ConfigMap, prefix: string, task: string): Generator<FixedParameter> {
  for (const [key, entry] of exported.entries) {
    const given = params.get(key);
    if (given === undefined) continue;
    const name = prefix + key;
    if (entry.value instanceof LocatedMap && given instanceof Map) yield* overlap(entry.value, given, `${name}.`, task);
    else if (!isSame(entry, given)) yield { name, place: entry.keyPlace, ...(task !== '' && { task }) };
  }
}

/** What is given says the same as what is exported. */
function isSame({ value }: LocatedEntry, given: Value): boolean {
  const own = asText(toValue(value));
  return own !== undefined && own === asText(given);
}
