import { type Located, type LocatedEntry, LocatedMap, toValue } from '../project/located.ts';
import { toJson } from '../value/json.ts';

/** What stands behind a `+task` key as one map: a list of maps is merged, later keys win. Or why Digdag refuses it. */
export type TaskConfig =
  | { readonly ok: true; readonly config: LocatedMap }
  | { readonly ok: false; readonly java: 'ConfigException' | 'RuntimeJsonMappingException'; readonly message: string };

/** Config.getNestedOrderedOrGetEmpty (Config.java:430). */
export function taskConfig(key: string, value: Located): TaskConfig {
  if (value.kind === 'map') return { ok: true, config: value };
  if (value.kind === 'scalar') {
    const message = `Parameter '${key}' must be an object or array of objects`;
    return { ok: false, java: 'ConfigException', message };
  }
  const entries = new Map<string, LocatedEntry>();
  for (const item of value.items) {
    if (item.kind !== 'map') {
      const message = `Expected object but got ${toJson(toValue(item))}`;
      return { ok: false, java: 'RuntimeJsonMappingException', message };
    }
    for (const [name, entry] of item.entries) entries.set(name, entry);
  }
  return { ok: true, config: new LocatedMap(entries, value.path, value.start, value.end, value.node) };
}
