/**
 * The values of a Digdag config, told apart as Digdag's JSON tells them apart.
 *
 * - an integer is a `number` while it is exact (|n| <= 2^53 - 1) and a `bigint` beyond that;
 * - a `Float` is a Java double: 1.0 is another value than 1, and prints as `1.0`;
 * - a mapping is a `Map`, because the order of keys decides the order of evaluation and JS objects move integer-like keys to the front.
 */
export type Value = null | boolean | string | number | bigint | Float | Value[] | ConfigMap;

export type ConfigMap = Map<string, Value>;

/** A Java double. Boxed, so that 1.0 and 1 stay different. */
export class Float {
  constructor(readonly value: number) {}
}

export function isMap(value: Value | undefined): value is ConfigMap {
  return value instanceof Map;
}

export function isInteger(value: Value | undefined): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The smallest representation of an exact integer: `number` where it is safe, else `bigint`. */
export function integer(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}
