import { type ConfigMap, isMap } from '../../../core/value/value.ts';

/** Session parameters as `-p key=value` makes them: texts, with a map for each dot in a key. */
export function paramsMap(params: Readonly<Record<string, string>>): ConfigMap {
  const map: ConfigMap = new Map();
  for (const [key, value] of Object.entries(params)) set(map, key.split('.'), value);
  return map;
}

function set(map: ConfigMap, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    map.set(name, value);
    return;
  }
  const found = map.get(name);
  const inner: ConfigMap = isMap(found) ? found : new Map();
  map.set(name, inner);
  set(inner, rest, value);
}
