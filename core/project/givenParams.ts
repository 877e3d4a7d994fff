import { bucketsOfAdded, inHashOrder } from '../value/hashOrder.ts';
import { toJson } from '../value/json.ts';
import { ConfigError } from '../value/typed.ts';
import { type ConfigMap, isMap } from '../value/value.ts';
import type { FileSystem } from './fileSystem.ts';
import { loadFile } from './load.ts';
import { toMap } from './located.ts';

/** Why a file of parameters is none. */
export interface ParamsFileError {
  readonly message: string;
  /** There is no such file. */
  readonly missing: boolean;
}

/** The parameters in a file of `-P`: a YAML map, `!include` allowed, types kept. */
export function readParamsFile(files: FileSystem, path: string): ConfigMap | ParamsFileError {
  const loaded = files.kind(path) === 'file' ? loadFile(files, path) : undefined;
  if (!loaded) return { message: 'it does not exist or cannot be read', missing: true };
  const [error] = loaded.errors;
  if (error || !loaded.config) return { message: error?.message ?? 'it holds no mapping', missing: false };
  return toMap(loaded.config);
}

/** The parameters with those of `-p key=value` over them: always texts, in Java's order; a key with dots is a member of members (Arguments.loadParams). */
export function withNamedParams(params: ConfigMap, named: ReadonlyMap<string, string>): ConfigMap | ConfigError {
  let result = params;
  for (const key of inHashOrder(named.keys(), bucketsOfAdded(named.size))) {
    const set = setDotted(result, key, named.get(key) ?? '');
    if (set instanceof ConfigError) return set;
    result = set;
  }
  return result;
}

/** Sets `a.b.c`, a member of a member (Arguments.setDotNestedKey). */
export function setDotted(params: ConfigMap, key: string, value: string): ConfigMap | ConfigError {
  const names = key.split('.');
  const set = (map: ConfigMap, depth: number): ConfigMap | ConfigError => {
    const name = names[depth] ?? '';
    if (depth === names.length - 1) return new Map(map).set(name, value);
    const inner = map.get(name) ?? new Map();
    const outer = names.slice(0, depth + 1).join('.');
    if (!isMap(inner))
      return new ConfigError(`Parameter '${key}' is set but '${outer}' is not a object (${toJson(inner)})`);
    const below = set(inner, depth + 1);
    return below instanceof ConfigError ? below : new Map(map).set(name, below);
  };
  return set(params, 0);
}
