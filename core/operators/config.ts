import { readJackson } from '../http/jackson.ts';
import { configError, DigdagError } from '../text/digdagError.ts';
import { asText, ConfigError, getText, unexpected } from '../value/typed.ts';
import { type ConfigMap, isMap, type Value } from '../value/value.ts';

// Digdag's ways to read a task's evaluated parameters (io.digdag.client.config.Config). They throw a DigdagError.

/** The value, or Digdag's ConfigException thrown. */
export function orThrow<T>(value: T | ConfigError): T {
  if (value instanceof ConfigError) throw configError(value.message);
  return value;
}

/** `_command` as a text, which it must be. */
export function commandText(params: ConfigMap): string {
  return orThrow(getText(params, '_command'));
}

/** The map under a key: undefined where it is absent or null, an error where it is no map (Config.getNestedOrGetEmpty). */
export function nested(params: ConfigMap, key: string): ConfigMap | undefined {
  const value = params.get(key) ?? null;
  if (value === null) return undefined;
  if (!isMap(value)) throw configError(`Parameter '${key}' must be an object`);
  return value;
}

/** The same, empty where it is absent or null. */
export function nestedOrEmpty(params: ConfigMap, key: string): ConfigMap {
  return nested(params, key) ?? new Map();
}

/** The same, but it must be there (Config.getNested). */
export function requiredNested(params: ConfigMap, key: string): ConfigMap {
  if (!params.has(key)) throw configError(`Parameter '${key}' is required but not set`);
  const value = params.get(key);
  if (!isMap(value)) throw configError(`Parameter '${key}' must be an object`);
  return value;
}

/** The map under a key, or what its text is as JSON: one `${…}` can give a whole map (Config.parseNested). */
export function parseNested(params: ConfigMap, key: string): ConfigMap {
  return requiredNested(parsed(params, key), key);
}

/** The list under a key, or what its text is as JSON (Config.parseList). */
export function parseList(params: ConfigMap, key: string): readonly Value[] {
  const written = params.get(key) ?? null;
  if (written === null) throw configError(`Parameter '${key}' is required but null`);
  const list = parsed(params, key).get(key) ?? null;
  // Jackson makes a Java null of the text null, over which the loop trips.
  if (list === null) throw new DigdagError(nullList, 'null pointer');
  if (!Array.isArray(list)) throw configError(unexpected('array type', key, list).message);
  return list;
}

const nullList = 'Cannot invoke "java.util.List.size()" because "nodes" is null';

/** The texts of a list (Config.getListOrEmpty of String). */
export function textList(params: ConfigMap, key: string): string[] {
  const value = params.get(key) ?? null;
  if (value === null) return [];
  if (!Array.isArray(value)) throw configError(unexpected('array type', key, value).message);
  return value.map((item) => {
    // Jackson lets null pass; whoever starts a program with it trips.
    if (item === null) throw new DigdagError('java.lang.NullPointerException');
    const text = asText(item);
    if (text === undefined) throw configError(unexpected('array type', key, value).message);
    return text;
  });
}

/** The parameters with the JSON value of a text in its place; a text that holds nothing stays as it is (Config.tryParseNested). */
function parsed(params: ConfigMap, key: string): ConfigMap {
  const text = params.get(key);
  if (typeof text !== 'string') return params;
  const read = readJackson(text);
  if (!read.ok) throw configError(`${read.javaClass}: ${read.message}`);
  return read.value === undefined ? params : new Map([[key, read.value]]);
}
