import { isMap, type Value } from '../value/value.ts';

/** A value of a resolved workflow. */
export type Shown = ShownScalar | ShownList | ShownMap;

interface ShownScalar {
  readonly kind: 'scalar';
  readonly value: Value;
  /** What of it only a run tells; `value` is then as it is written, as far as it is not known. */
  readonly unknown?: string;
  /** Why it has no value, in Digdag's words. */
  readonly error?: string;
}

interface ShownList {
  readonly kind: 'list';
  readonly items: readonly Shown[];
}

interface ShownMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Shown>;
}

/** A value as it is written: Digdag does not evaluate it. */
export function asWritten(value: Value): Shown {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(asWritten) };
  if (!isMap(value)) return { kind: 'scalar', value };
  return { kind: 'map', entries: new Map([...value].map(([key, item]) => [key, asWritten(item)])) };
}

/** Every scalar in a value. */
export function* scalarsOf(shown: Shown): Generator<ShownScalar> {
  if (shown.kind === 'scalar') yield shown;
  else for (const item of shown.kind === 'list' ? shown.items : shown.entries.values()) yield* scalarsOf(item);
}
