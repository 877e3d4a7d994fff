import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../../test/support/memoryFileSystem.ts';
import { loadFile } from '../../project/load.ts';
import type { Value } from '../../value/value.ts';
import { parametersFixedByExport } from './fixedParameters.ts';

function fixed(text: string, params: Record<string, Value>): string[] {
  const config = loadFile(memoryFileSystem({ '/p/main.dig': text }), '/p/main.dig')?.config;
  const found = config ? parametersFixedByExport(config, new Map(Object.entries(params))) : [];
  return found.map(({ name, place, task }) => `${name} ${text.slice(place.start, place.end)} ${task ?? 'everywhere'}`);
}

it('what an _export of the workflow gives, -p does not change', () => {
  const text = '_export:\n  foo: file\n  bar: 1\n+a:\n  echo>: ${foo}\n';
  expect(fixed(text, { foo: 'cli' })).toEqual(['foo foo everywhere']);
  expect(fixed(text, { foo: 'file', bar: '1', other: 'x' })).toEqual([]);
  expect(fixed(text, {})).toEqual([]);
});

it('an _export of a task holds in that task', () => {
  const text = '+g:\n  +a:\n    _export:\n      foo: 1\n    echo>: x\n';
  expect(fixed(text, { foo: '2' })).toEqual(['foo foo +g+a']);
});

it('maps are merged key by key', () => {
  const text = '_export:\n  td:\n    database: a\n    engine: hive\n+a:\n  echo>: x\n';
  expect(fixed(text, { td: new Map([['database', 'b']]) })).toEqual(['td.database database everywhere']);
  expect(fixed(text, { td: new Map([['priority', '1']]) })).toEqual([]);
  expect(fixed(text, { td: 'x' })).toEqual(['td td everywhere']);
});
