import { configError } from '../text/digdagError.ts';
import { asBoolean, ConfigError, optionalOf, unexpected } from '../value/typed.ts';
import type { ConfigMap, Value } from '../value/value.ts';

/** The value, or Digdag's ConfigException thrown. */
export function orThrow<T>(value: T | ConfigError): T {
  if (value instanceof ConfigError) throw configError(value.message);
  return value;
}

/** Config.getOptional(key, boolean.class) */
export function optionalBoolean(params: ConfigMap, key: string): boolean | undefined {
  const value = params.get(key) ?? null;
  if (value === null) return undefined;
  return asBoolean(value) ?? orThrow<boolean>(unexpected(optionalOf('boolean'), key, value));
}

/** Config.getListOrEmpty(key, JsonNode.class) */
export function listOrEmpty(params: ConfigMap, key: string): readonly Value[] {
  const value = params.get(key) ?? null;
  if (value === null) return [];
  return Array.isArray(value) ? value : orThrow<Value[]>(unexpected('array type', key, value));
}

/** Config.getNestedOrGetEmpty(key) */
export function nestedOrEmpty(params: ConfigMap, key: string): ConfigMap {
  const value = params.get(key) ?? null;
  if (value === null) return new Map();
  if (value instanceof Map) return value;
  throw configError(`Parameter '${key}' must be an object`);
}
