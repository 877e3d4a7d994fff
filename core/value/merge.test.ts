import { describe, expect, it } from 'vitest';
import { mergeDefault, mergeMaps } from './merge.ts';
import type { ConfigMap, Value } from './value.ts';

function map(entries: Record<string, Value>): ConfigMap {
  return new Map(Object.entries(entries));
}

describe('mergeMaps', () => {
  it('merges maps deeply, replaces lists, keeps the positions of keys', () => {
    const base = map({ a: map({ x: 1, y: 2 }), b: [1], c: 1 });
    const merged = mergeMaps(base, map({ d: 4, b: [2], a: map({ y: 3 }) }));
    expect(merged).toEqual(map({ a: map({ x: 1, y: 3 }), b: [2], c: 1, d: 4 }));
    expect([...merged.keys()]).toEqual(['a', 'b', 'c', 'd']);
  });

  it('changes neither side, also later', () => {
    const over = map({ a: map({ x: 1 }) });
    const merged = mergeMaps(map({}), over);
    const inner = merged.get('a');
    if (inner instanceof Map) inner.set('x', 2);
    expect(over).toEqual(map({ a: map({ x: 1 }) }));
  });

  it('takes null as a value', () => {
    expect(mergeMaps(map({ a: map({}) }), map({ a: null }))).toEqual(map({ a: null }));
  });
});

describe('mergeDefault', () => {
  it('fills what is missing, also inside maps', () => {
    expect(mergeDefault(map({ a: null, m: map({ x: 1 }) }), map({ a: 1, b: 2, m: map({ x: 9, y: 2 }) }))).toEqual(
      map({ a: null, m: map({ x: 1, y: 2 }), b: 2 }),
    );
  });
});
