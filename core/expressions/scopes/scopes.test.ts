import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../../test/support/memoryFileSystem.ts';
import { checkFile } from '../../check.ts';
import { walkTasks } from '../../workflow/taskNode.ts';
import { Outputs } from './outputs.ts';
import { Scopes } from './scopes.ts';
import { variablesAt } from './variablesAt.ts';

const path = '/p/main.dig';
const text = `_export: {a: 1, m: {x: 1}}
+load:
  td>: a.sql
  store_last_results: true
  a: own
  b: \${a}
+group:
  _export: {a: 2, m: {y: 2}}
  +one:
    echo>: \${a}
    _export: {c: 3}
    z: \${c}
  +each:
    for_each>: {color: [red, green]}
    _do:
      _export: {a: 4}
      +show: {echo>: x, color: blue, _error: {echo>: \${error}}}
+last:
  sh>: x
`;

it('tells at one place after another what is told at each alone, in any order', () => {
  const root = checkFile(memoryFileSystem({ [path]: text }), path)?.compiled?.root;
  if (!root) throw new Error('nothing is compiled');
  const options = { params: new Map([['a', 'cli']]), outputs: new Outputs() };
  const places = [...walkTasks(root)].flatMap((task) => [...task.config.entries.keys()].map((key) => ({ task, key })));
  for (const order of [places, places.toReversed(), [...places, ...places.slice(3, 9)]]) {
    const scopes = new Scopes(options);
    for (const { task, key } of order) {
      expect([...scopes.at(task, key)]).toEqual([...variablesAt(task, options, key)]);
    }
  }
});

it('looks once at what tasks share, and once at each key', () => {
  const count = 3000;
  const keys = Array.from({ length: count }, (_, at) => `  k${at}: v\n`).join('');
  const root = checkFile(memoryFileSystem({ [path]: `+t:\n  echo>: x\n${keys}` }), path)?.compiled?.root;
  const task = root?.children[0];
  if (!task) throw new Error('no task');
  const scopes = new Scopes({ outputs: new Outputs() });
  const first = scopes.at(task, 'k0');
  const before = first.size;
  for (let at = 1; at < count; at++) expect(scopes.at(task, `k${at}`)).toBe(first);
  expect(first.size).toBe(before + count - 1);
});
