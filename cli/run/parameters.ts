import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import { loadFile } from '../../core/project/load.ts';
import { toMap } from '../../core/project/located.ts';
import { bucketsOfAdded, inHashOrder } from '../../core/value/hashOrder.ts';
import { toJson } from '../../core/value/json.ts';
import { mergeMaps } from '../../core/value/merge.ts';
import { type ConfigMap, isMap } from '../../core/value/value.ts';
import { configHome } from '../../runner/secrets/localSecrets.ts';
import { StartError } from '../../runner/startError.ts';

/** What the options and the config file say about parameters and secrets. */
export interface Given {
  readonly params: ConfigMap;
  readonly secrets: ReadonlyMap<string, string>;
}

export interface GivenOptions {
  /** `-p key=value`, in order. */
  readonly param: readonly string[];
  /** `-P file` */
  readonly paramsFile?: string;
  /** `-X key=value`, in order. */
  readonly system: readonly string[];
  /** `-c file` */
  readonly config?: string;
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
}

/** Digdag's Arguments.loadParams: `params.*` of the config file and of -X, then the file of -P, then -p. Values of -p and -X are texts. */
export function readGiven(options: GivenOptions): Given {
  const system = new Map([...configFile(options), ...pairs(options.system, '-X')]);
  let params: ConfigMap = new Map();
  for (const [key, value] of startingWith(system, 'params.')) params = setDotted(params, key, value);
  if (options.paramsFile !== undefined) params = mergeMaps(params, paramsFile(options, options.paramsFile));
  const named = pairs(options.param, '-p');
  for (const key of inHashOrder(named.keys(), bucketsOfAdded(named.size)))
    params = setDotted(params, key, named.get(key) ?? '');
  return { params, secrets: startingWith(system, 'secrets.') };
}

function pairs(values: readonly string[], option: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const value of values) {
    const equals = value.indexOf('=');
    if (equals < 0) throw new StartError(`Parameter ${option} expected a value of the form a=b but got:${value}`);
    found.set(value.slice(0, equals), value.slice(equals + 1));
  }
  return found;
}

function startingWith(map: ReadonlyMap<string, string>, prefix: string): Map<string, string> {
  const found = [...map].filter(([key]) => key.startsWith(prefix));
  return new Map(found.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** `a.b.c` is a member of a member (Arguments.setDotNestedKey). */
function setDotted(params: ConfigMap, key: string, value: string): ConfigMap {
  const names = key.split('.');
  const set = (map: ConfigMap, depth: number): ConfigMap => {
    const name = names[depth] ?? '';
    if (depth === names.length - 1) return new Map(map).set(name, value);
    const inner = map.get(name) ?? new Map();
    if (isMap(inner)) return new Map(map).set(name, set(inner, depth + 1));
    const outer = names.slice(0, depth + 1).join('.');
    throw new StartError(`Parameter '${key}' is set but '${outer}' is not a object (${toJson(inner)})`, 'config');
  };
  return set(params, 0);
}

function paramsFile({ files, directory }: GivenOptions, name: string): ConfigMap {
  const path = isAbsolute(name) ? name : join(directory, name);
  const loaded = files.kind(path) === 'file' ? loadFile(files, path) : undefined;
  if (!loaded) throw new StartError(name, 'no such file');
  const [error] = loaded.errors;
  if (error || !loaded.config) throw new StartError(`${name}: ${error?.message ?? 'it holds no mapping'}`);
  return toMap(loaded.config);
}

/** Java properties: of `-c`, or Digdag's own config file where there is one. */
function configFile({ config, directory, env }: GivenOptions): Map<string, string> {
  const path = config === undefined ? join(configHome(env), 'config') : resolve(directory, config);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    if (config === undefined) return new Map();
    throw new StartError(config, 'no such file');
  }
  const entries = text.split(/\r\n|\r|\n/).flatMap((line) => {
    const parts = /^\s*([^#!\s=:][^\s=:]*)\s*[=:\s]\s*(.*)$/.exec(line);
    return parts ? [[parts[1] ?? '', parts[2] ?? ''] as const] : [];
  });
  return new Map(entries);
}
