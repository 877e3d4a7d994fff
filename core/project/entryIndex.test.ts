import { expect, it } from 'vitest';
import { readYaml } from '../yaml/read.ts';
import { construct } from './construct.ts';

function indexOf(text: string) {
  const { config } = construct(readYaml(text), '/p/main.dig', 'file');
  if (!config) throw new Error('no config');
  return config.index;
}

it('finds the entry that begins last before an offset', () => {
  const text = 'a: 1\n+b:\n  echo>: x\nc: 2\n';
  const index = indexOf(text);
  const found = Array.from(text, (_, offset) => index.at(offset)?.entry.key);
  expect(found).toEqual([...Array(5).fill('a'), ...Array(15).fill('+b'), ...Array(5).fill('c')]);
  expect(indexOf('\n\na: 1').at(1)).toBeUndefined();
});

it('finds it where merge keys bring entries in another order than they are written in', () => {
  const text = '+x: &x\n  echo>: x\n+y: &y\n  z: 1\n  b: 2\n<<: *y\na: 1\n';
  const index = indexOf(text);
  const inOrder = index.all.map(({ entry }) => entry).sort((a, b) => a.keyStart - b.keyStart);
  for (const entry of inOrder) expect(index.at(entry.keyStart)?.entry.key).toBe(entry.key);
  expect(index.besideTasks.map(({ entry }) => entry.key).toSorted()).toEqual(['a', 'b', 'z']);
});
