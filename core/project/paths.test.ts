import { describe, expect, it } from 'vitest';
import { basename, dirname, isInside, join, normalize, relative } from './paths.ts';

describe('paths', () => {
  it('join and normalize as Java resolves', () => {
    expect(join('/a/b', '../c/./d.dig')).toBe('/a/c/d.dig');
    expect(join('/a', '/b')).toBe('/b');
    expect(join('/a', '')).toBe('/a');
    expect(normalize('/../a//b/')).toBe('/a/b');
  });

  it('take paths apart', () => {
    expect(dirname('/a/b')).toBe('/a');
    expect(dirname('/a')).toBe('/');
    expect(basename('/a/b.dig', '.dig')).toBe('b');
    expect(basename('/a/.dig', '.dig')).toBe('.dig');
  });

  it('compare directories by whole names', () => {
    expect(isInside('/a/d', '/a/d2/x')).toBe(false);
    expect(isInside('/a/d', '/a/d/x')).toBe(true);
    expect(relative('/a/b', '/a/c/d')).toBe('../c/d');
  });
});
