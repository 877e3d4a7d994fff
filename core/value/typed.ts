import { parseJavaInteger, toJavaInt, truncateDouble } from './javaNumber.ts';
import { trimJava } from './javaText.ts';
import { toJson } from './json.ts';
import { type ConfigMap, Float, isInteger, type Value } from './value.ts';

/** What Digdag says (a ConfigException) of a parameter that is missing or of another type. Given back, never thrown. */
export class ConfigError {
  constructor(readonly message: string) {}
}

/** Config.get(key, String.class): also of numbers and booleans, which become their text. */
export function getText(config: ConfigMap, key: string): string | ConfigError {
  return required(config, key, asText, 'string type');
}

/** Config.getOptional(key, String.class): undefined where it is absent or null. */
export function getOptionalText(config: ConfigMap, key: string): string | undefined | ConfigError {
  return optional(config, key, asText, 'java.lang.String');
}

/** Config.get(key, String.class, fallback) */
export function getTextOr(config: ConfigMap, key: string, fallback: string): string | ConfigError {
  return withDefault(config, key, asText, 'string type', fallback);
}

/** Config.get(key, int.class): a text of an integer counts, a fraction is cut off, what does not fit into 32 bits wraps around. */
export function getInt(config: ConfigMap, key: string): number | ConfigError {
  return required(config, key, asInt, 'integer (int) type');
}

/** Config.get(key, int.class, fallback) */
export function getIntOr(config: ConfigMap, key: string, fallback: number): number | ConfigError {
  return withDefault(config, key, asInt, 'integer (int) type', fallback);
}

/** Config.getOptional(key, int.class) */
export function getOptionalInt(config: ConfigMap, key: string): number | undefined | ConfigError {
  return optional(config, key, asInt, 'int');
}

/** Config.get(key, long.class, fallback) */
export function getLong(config: ConfigMap, key: string, fallback: bigint): bigint | ConfigError {
  return withDefault(config, key, asLong, 'integer (long) type', fallback);
}

/** Config.get(key, boolean.class, fallback): also the texts true, True, false, False and the empty one, and whole numbers. */
export function getBoolean(config: ConfigMap, key: string, fallback: boolean): boolean | ConfigError {
  return withDefault(config, key, asBoolean, "'true' or 'false'", fallback);
}

/** A value that Jackson could not make into what Digdag asked for: "Expected … for key 'x' but got 1 (number)". */
export function unexpected(expected: string, key: string, value: Value): ConfigError {
  const json = toJson(value);
  const sample = json.length < 100 ? json : `${json.slice(0, 97)}...`;
  return new ConfigError(`Expected ${expected} for key '${key}' but got ${sample} (${jsonType(value)})`);
}

/** How Digdag's messages name an optional parameter of a Java class. */
export function optionalOf(javaClass: string): string {
  return `[reference type, class com.google.common.base.Optional<${javaClass}><[simple type, class ${javaClass}]>]`;
}

/** Jackson's String of a plain value: undefined of lists and maps. */
export function asText(value: Value): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  return value === null || Array.isArray(value) || value instanceof Map ? undefined : toJson(value);
}

/** Jackson's int of a plain value. */
export function asInt(value: Value): number | undefined {
  if (isInteger(value)) {
    return toJavaInt(value);
  }
  const whole = asWhole(value, 32);
  return whole === undefined ? undefined : Number(whole);
}

/** Jackson's long of a plain value. */
export function asLong(value: Value): bigint | undefined {
  return isInteger(value) ? BigInt.asIntN(64, BigInt(value)) : asWhole(value, 64);
}

/** Whether Jackson takes a value for null where a boxed number is asked for (`Optional<Long>`): null, and texts that hold nothing. */
export function isNoNumber(value: Value): boolean {
  return value === null || (typeof value === 'string' && isNothing(trimJava(value)));
}

/** Jackson's boolean of a plain value. */
export function asBoolean(value: Value): boolean | undefined {
  if (typeof value === 'boolean') {
    return value;
  }
  if (isInteger(value)) {
    return BigInt(value) !== 0n;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const text = trimJava(value);
  if (text === 'true' || text === 'True') {
    return true;
  }
  return isNothing(text) || text === 'false' || text === 'False' ? false : undefined;
}

function asWhole(value: Value, bits: 32 | 64): bigint | undefined {
  if (value instanceof Float) {
    return truncateDouble(value.value, bits);
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const text = trimJava(value);
  return isNothing(text) ? 0n : parseJavaInteger(text, bits);
}

/** Jackson takes these texts for null, and null of a primitive for 0 or false. */
function isNothing(text: string): boolean {
  return text === '' || text === 'null';
}

function required<T>(
  config: ConfigMap,
  key: string,
  as: (value: Value) => T | undefined,
  expected: string,
): T | ConfigError {
  const value = config.get(key);
  if (value === undefined) {
    return new ConfigError(`Parameter '${key}' is required but not set`);
  }
  if (value === null) {
    return new ConfigError(`Parameter '${key}' is required but null`);
  }
  return as(value) ?? unexpected(expected, key, value);
}

function optional<T>(
  config: ConfigMap,
  key: string,
  as: (value: Value) => T | undefined,
  javaClass: string,
): T | undefined | ConfigError {
  const value = config.get(key);
  return value === undefined || value === null
    ? undefined
    : (as(value) ?? unexpected(optionalOf(javaClass), key, value));
}

function withDefault<T>(
  config: ConfigMap,
  key: string,
  as: (value: Value) => T | undefined,
  expected: string,
  fallback: T,
): T | ConfigError {
  const value = config.get(key);
  return value === undefined || value === null ? fallback : (as(value) ?? unexpected(expected, key, value));
}

function jsonType(value: Value): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  if (value instanceof Map) {
    return 'object';
  }
  return typeof value === 'string' || typeof value === 'boolean' ? typeof value : 'number';
}
