import { toJson } from '../value/json.ts';
import { ConfigError, getInt, getOptionalInt, getOptionalText } from '../value/typed.ts';
import { type ConfigMap, Float, isInteger } from '../value/value.ts';

/** What `_retry` asks for (RetryControl): how many more tries, and the seconds before each. */
export interface Retry {
  readonly limit: number;
  readonly interval: number;
  readonly maxInterval: number | undefined;
  readonly exponential: boolean;
}

/**
 * Reads `_retry` of a task, of a group, or of the variables around them.
 * @param limitWhereAbsent 3 for the operators that retry on their own, else 0
 */
export function readRetry(config: ConfigMap, limitWhereAbsent: 0 | 3): Retry | ConfigError {
  const value = config.get('_retry');
  if (value === undefined) return { ...constant, limit: limitWhereAbsent };
  if (typeof value === 'string' || isInteger(value) || value instanceof Float) {
    const limit = getInt(config, '_retry');
    return limit instanceof ConfigError ? limit : { ...constant, limit };
  }
  return value instanceof Map ? readMap(value) : new ConfigError(`Invalid _retry format:${toJson(value)}`);
}

/** Whether a try follows the `tries`-th repetition (0 before the first), and after how many seconds. */
export function nextRetry(retry: Retry, tries: number): { readonly again: boolean; readonly interval: number } {
  const doubled = Math.imul(retry.interval, Math.min(2 ** tries, 0x7fffffff));
  const grown = retry.maxInterval === undefined ? doubled : Math.min(doubled, retry.maxInterval);
  return { again: retry.limit > tries, interval: retry.exponential ? grown : retry.interval };
}

const constant = { interval: 0, maxInterval: undefined, exponential: false } as const;

function readMap(config: ConfigMap): Retry | ConfigError {
  const limit = getInt(config, 'limit');
  if (limit instanceof ConfigError) return limit;
  const interval = getOptionalInt(config, 'interval');
  if (interval instanceof ConfigError) return interval;
  const maxInterval = getOptionalInt(config, 'max_interval');
  if (maxInterval instanceof ConfigError) return maxInterval;
  const type = getOptionalText(config, 'interval_type');
  if (type instanceof ConfigError) return type;
  const exponential = type?.toLowerCase() === 'exponential';
  if (type !== undefined && !exponential && type.toLowerCase() !== 'constant') {
    return new ConfigError(`Invalid retry_interval_type: ${type}`);
  }
  return { limit, interval: interval ?? 0, maxInterval, exponential };
}
