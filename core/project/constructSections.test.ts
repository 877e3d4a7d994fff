import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { readYaml } from '../yaml/read.ts';
import { updateYaml } from '../yaml/update.ts';
import { loadFile } from './load.ts';
import type { Located } from './located.ts';
import { SectionCache } from './sectionCache.ts';

/** The tree with its places. */
function dump(located: Located | undefined): unknown {
  if (!located) return undefined;
  const place = [located.path, located.start, located.end, located.node?.start];
  if (located.kind === 'scalar') return [...place, located.value];
  if (located.kind === 'list') return [...place, located.items.map(dump)];
  return [...place, [...located.entries.values()].map(({ key, keyPlace, value }) => [key, keyPlace, dump(value)])];
}

const fs = memoryFileSystem({ '/p/v.dig': 'v: 1\n' });
const text = 'timezone: UTC\n\n+a:\n  sh>: x\n\n+b:\n  list: [1, {k: v}]\n\n+c: {echo>: y}\n';

/** Types `inserted` in front of `before` and loads, with a cache that knows the old text. */
function type(inserted: string, before: string) {
  const cache = new SectionCache();
  const document = readYaml(text);
  const first = loadFile(fs, '/p/main.dig', document, cache);
  const start = text.indexOf(before);
  const changed = text.slice(0, start) + inserted + text.slice(start);
  const updated = updateYaml(document, changed, { start, end: start, newLength: inserted.length });
  const second = loadFile(fs, '/p/main.dig', updated, cache);
  return { first, second, fresh: loadFile(fs, '/p/main.dig', readYaml(changed)) };
}

describe('loading a changed text', () => {
  it.each([
    ['x', 'x\n'],
    ['+n: {}\n', '+b'],
    ['  retry: 3\n', '\n+b'],
    ['!include : v.dig\n', '+b'],
    ['+a: 1\n', '+c'],
    ['1: 2\n', '+c'],
    ['&x ', '[1'],
    ['@', 'y}'],
    ['"', 'y}'],
  ])('gives what a fresh loading gives: %j in front of %j', (inserted, before) => {
    const { second, fresh } = type(inserted, before);
    expect(dump(second?.config)).toEqual(dump(fresh?.config));
    expect(second?.errors).toEqual(fresh?.errors);
    expect(second?.includes).toEqual(fresh?.includes);
  });

  it('keeps the origins of entries that did not change', () => {
    const { first, second } = type('x', 'x\n');
    const same = (key: string) => first?.config?.entries.get(key) === second?.config?.entries.get(key)?.origin;
    expect(['timezone', '+a', '+b', '+c'].map(same)).toEqual([true, false, true, true]);
    expect(second?.config?.entries.get('+b')?.shift).toBe(1);
  });
});
