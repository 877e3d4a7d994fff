import { expect, it } from 'vitest';
import { locate } from '../project/located.ts';
import { Float, type Value } from '../value/value.ts';
import { accepts } from './accepts.ts';
import type { ValueType } from './types.ts';

const map = (entries: Record<string, Value>): Value => new Map(Object.entries(entries));

it.each<[Value, ValueType, boolean]>([
  [null, 'map', true],
  ['true', 'boolean', true],
  ['yes', 'boolean', false],
  ['${x}', 'boolean', true],
  ['3', 'integer', true],
  [new Float(2.5), 'integer', true],
  ['many', 'integer', false],
  [true, 'integer', false],
  ['1h 30m', 'duration', true],
  [10, 'duration', false],
  [map({ a: 1 }), 'string', false],
  [['a'], 'list<string>', true],
  [[['a']], 'list<string>', false],
  ['${list}', 'list<string>', false],
  [[map({}), 'a'], 'list<string|map>', true],
  [[map({}), 'a'], 'list<map>', false],
  [map({ a: 'b' }), 'map<string,string>', true],
  [map({ a: ['b'] }), 'map<string,string>', false],
  ['[1, 2]', 'json', true],
  ['a,b', 'json', false],
  [map({}), 'tasks', true],
  [[1], 'any', true],
])('%j for %s: %s', (value, type, accepted) => {
  expect(accepts(locate(value), { type: [type] })).toBe(accepted);
});

it('a text of JSON for a list where it is parsed', () => {
  expect(accepts(locate('${list}'), { type: ['list<string>'], jsonText: true })).toBe(true);
  expect(accepts(locate('a'), { type: ['list<string>'], jsonText: true })).toBe(false);
});
