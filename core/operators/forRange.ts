import { configError } from '../text/digdagError.ts';
import { asLong, type ConfigError, getLong, isNoNumber, optionalOf, unexpected } from '../value/typed.ts';
import { type ConfigMap, integer } from '../value/value.ts';
import { orThrow, parseNested, requiredNested } from './config.ts';
import { iteration, maxLoopTasks, subtasks } from './loops.ts';

/** for_range>: `_do` for slices of a range of integers, with `${range.from}` and the like. Throws a DigdagError. */
export function forRangeTasks(params: ConfigMap): ConfigMap {
  const body = requiredNested(params, '_do');
  const range = parseNested(params, '_command');
  const from = requiredLong(range, 'from');
  const to = requiredLong(range, 'to');
  const step = stepOf(range, from, to);
  const iterations: ConfigMap = new Map();
  for (let start = from; start < to; start += step) {
    const end = smaller(start + step, to);
    const index = iterations.size;
    if (index > maxLoopTasks) throw tooMany(1n + (to - 1n - from) / step);
    const variables: ConfigMap = new Map([
      ['from', integer(start)],
      ['to', integer(end)],
      ['index', index],
    ]);
    iterations.set(`+range-from=${start}&to=${end}`, iteration(body, new Map([['range', variables]])));
  }
  if (iterations.size > maxLoopTasks) throw tooMany(BigInt(iterations.size));
  return subtasks(iterations, params);
}

function stepOf(range: ConfigMap, from: bigint, to: bigint): bigint {
  const step = optionalLong(range, 'step');
  const slices = optionalLong(range, 'slices');
  if (step !== undefined && slices !== undefined) {
    throw configError('Setting both step and slices options to for_range is invalid');
  }
  if (step !== undefined) {
    if (step <= 0n) throw configError(`step option must be same or greater than 1 but got ${step}`);
    return step;
  }
  if (slices === undefined) throw configError('step or slices option is required for for_range');
  if (slices <= 0n) throw configError(`slices option must be same or greater than 1 but got ${slices}`);
  const length = (to - from + (slices - 1n)) / slices;
  return length > 0n ? length : 1n;
}

function requiredLong(range: ConfigMap, key: string): bigint {
  if (!range.has(key)) throw configError(`Parameter '${key}' is required but not set`);
  if (range.get(key) === null) throw configError(`Parameter '${key}' is required but null`);
  return orThrow(getLong(range, key, 0n));
}

function optionalLong(range: ConfigMap, key: string): bigint | undefined {
  const value = range.get(key) ?? null;
  if (isNoNumber(value)) return undefined;
  const number: bigint | ConfigError = asLong(value) ?? unexpected(optionalOf('java.lang.Long'), key, value);
  return orThrow(number);
}

function tooMany(count: bigint): Error {
  return configError(`Too many for_range subtasks (${count}). Limit: ${maxLoopTasks}`);
}

function smaller(one: bigint, other: bigint): bigint {
  return one <= other ? one : other;
}
