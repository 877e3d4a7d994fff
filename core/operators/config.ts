import { configError } from '../text/digdagError.ts';
import { parseJson } from '../value/parseJson.ts';
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
  const value = params.get(key);
  if (typeof value !== 'string') return requiredNested(params, key);
  return requiredNested(new Map([[key, readJson(value)]]), key);
}

/** The list under a key, or what its text is as JSON (Config.parseList). */
export function parseList(params: ConfigMap, key: string): readonly Value[] {
  const value = params.get(key) ?? null;
  const list = typeof value === 'string' ? readJson(value) : value;
  if (list === null) throw configError(`Parameter '${key}' is required but null`);
  if (!Array.isArray(list)) throw configError(unexpected('array type', key, list).message);
  return list;
}

/** The texts of a list (Config.getListOrEmpty of String). */
export function textList(params: ConfigMap, key: string): string[] {
  const value = params.get(key) ?? null;
  if (value === null) return [];
  if (!Array.isArray(value)) throw configError(unexpected('array type', key, value).message);
  return value.map((item) => {
    const text = asText(item);
    if (text === undefined) throw configError(unexpected('array of string type', key, value).message);
    return text;
  });
}

function readJson(text: string): Value {
  const value = parseJson(text);
  if (value !== undefined) return value;
  const token = /^\s*([\p{L}\p{N}_$]+)/u.exec(text)?.[1];
  if (token === undefined) throw configError(`The text is no JSON: ${text}`);
  // Jackson counts the characters of the token twice.
  const at = `[Source: (String)"${text}"; line: 1, column: ${2 * token.length + 1}]`;
  throw configError(`Unrecognized token '${token}': was expecting ('true', 'false' or 'null')\n at ${at}`);
}
