import { describe, expect, it } from 'vitest';
import { type ScriptLanguage, scriptVariables } from './scriptVariables.ts';

function found(source: string, language: ScriptLanguage = 'python') {
  const { stores, exports, open } = scriptVariables(source, language);
  for (const { name, start, end } of [...stores, ...exports]) expect(source.slice(start, end)).toBe(name);
  return { stores: stores.map(({ name }) => name), exports: exports.map(({ name }) => name), open };
}

const nothing = { stores: [], exports: [], open: false };

describe('scriptVariables', () => {
  it.each([
    ['import digdag\ndef f():\n  digdag.env.store({"a": 1, \'b\': {"c": [1, 2]},})\n', ['a', 'b']],
    ['import digdag as d\nd.env.store(a=f(1, x=2), b = "),("  # c=3\n)\n', ['a', 'b']],
    ['from digdag import env\nenv.store({\n  "a": 1, # "z": 2\n})\n', ['a']],
  ])('finds what Python stores in %j', (source, stores) => {
    expect(found(source)).toEqual({ ...nothing, stores });
  });

  it('finds what Python exports', () => {
    expect(found('digdag.env.export({"a": 1})')).toEqual({ ...nothing, exports: ['a'] });
  });

  it.each([
    'Digdag.env.store(a: 1, "b" => 2, :c => 3)',
    "Digdag.env.store({a: 1, 'b': 2, c: [1, 2]})",
    'Digdag.env.store a: 1, b: 2, :c => 3\n',
  ])('finds what Ruby stores in %j', (source) => {
    expect(found(source, 'ruby')).toEqual({ ...nothing, stores: ['a', 'b', 'c'] });
  });

  it.each([
    'digdag.env.store(values)',
    'digdag.env.store({key: 1})',
    'digdag.env.store({**more, "a": 1})',
    'digdag.env.store(**more)',
    'save = digdag.env.store',
    'helper(digdag.env)',
    'digdag.env.add_subtask(f)',
    'digdag.env.store({f"{x}": 1})',
    'digdag.env.store({"a": 1}',
    'digdag.env.store({"a" + x: 1})',
  ])('says that %j may store anything', (source) => {
    expect(found(source).open).toBe(true);
  });

  it('is content with code that stores nothing', () => {
    expect(found('import digdag\nprint(digdag.env.params)\n# digdag.env.store(x)\n')).toEqual(nothing);
  });

  it('lists what is loaded', () => {
    const python = 'import os, a.b as c\nfrom .d import e\nfrom f import (g,\n  h)\nfrom . import i\n';
    expect(scriptVariables(python, 'python').imports).toEqual([
      'os',
      'a.b',
      '.d',
      '.d.e',
      'f',
      'f.g',
      'f.h',
      '.',
      '.i',
    ]);
    expect(scriptVariables("require 'a'\nrequire_relative('b/c')\n", 'ruby').imports).toEqual(['a', 'b/c']);
  });
});
