import { type ConfigMap, isMap, type Value } from './value.ts';

/** Digdag's Config.merge: `over` wins, maps deeply, other values as wholes; a key that exists keeps its position. Neither side is changed. */
export function mergeMaps(base: ConfigMap, over: ConfigMap): ConfigMap {
  const merged = copyMap(base);
  for (const [key, value] of over) {
    const before = merged.get(key);
    merged.set(key, isMap(before) && isMap(value) ? mergeMaps(before, value) : copyValue(value));
  }
  return merged;
}

/** Digdag's Config.mergeDefault: as `mergeMaps`, but what `base` has already wins. */
export function mergeDefault(base: ConfigMap, defaults: ConfigMap): ConfigMap {
  const merged = copyMap(base);
  for (const [key, value] of defaults) {
    const before = merged.get(key);
    if (before === undefined) merged.set(key, copyValue(value));
    else if (isMap(before) && isMap(value)) merged.set(key, mergeDefault(before, value));
  }
  return merged;
}

function copyMap(map: ConfigMap): ConfigMap {
  const copy: ConfigMap = new Map();
  for (const [key, value] of map) copy.set(key, copyValue(value));
  return copy;
}

function copyValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyValue);
  return isMap(value) ? copyMap(value) : value;
}
