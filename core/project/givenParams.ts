import type { Place } from '../rules/finding.ts';
import { javaKind } from '../text/javaKind.ts';
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
  /** Java's kind of it: see javaKind. */
  readonly kind: string;
  /** There is no such file. */
  readonly missing: boolean;
  /** Where in the file, or in what it includes, the fault is. */
  readonly place?: Place;
}

/** The parameters in a file of `-P`: a YAML map, `!include` allowed, types kept. */
export function readParamsFile(files: FileSystem, path: string): ConfigMap | ParamsFileError {
  const kind = files.kind(path);
  if (kind === 'directory') {
    return { message: 'Is a directory', kind: 'io', missing: false, place: { path, start: 0, end: 0 } };
  }
  const loaded = kind === 'file' ? loadFile(files, path) : undefined;
  if (!loaded) return { message: 'it does not exist or cannot be read', kind: 'no such file', missing: true };
  const { config, errors } = loaded;
  const [error] = errors;
  if (config && !error) return toMap(config);
  const message = error?.message ?? error?.problem ?? 'it holds no mapping';
  return { message, kind: javaKind(error?.java ?? ''), missing: false, ...(error ? { place: error } : {}) };
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
  // As Java splits: nothing is behind a dot at the end.
  const names = key.replace(/\.+$/, '').split('.');
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
