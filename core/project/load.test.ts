import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { toJson } from '../value/json.ts';
import { type LoadedFile, loadFile } from './load.ts';
import { toMap } from './located.ts';

function load(files: Record<string, string>): LoadedFile {
  const file = loadFile(memoryFileSystem(files), '/p/main.dig');
  if (!file) throw new Error('no main.dig');
  return file;
}

function json(file: LoadedFile): string | undefined {
  return file.config && toJson(toMap(file.config));
}

function errorsOf(text: string, others: Record<string, string> = {}): string[] {
  return load({ '/p/main.dig': text, ...others }).errors.map(({ java, path, start, end, message }) => {
    const source = path === '/p/main.dig' ? text : (others[path] ?? '');
    return `${java} ${path} ${source.slice(start, end)}: ${message}`;
  });
}

describe('loadFile', () => {
  it('keeps the place of every key and value', () => {
    const text = '+a:\n  "k": &x [1, b]\n  <<: {m: 2}\n  l: *x\n';
    const entries = load({ '/p/main.dig': text }).config?.get('+a');
    const places = entries?.kind === 'map' ? [...entries.entries.values()] : [];
    const texts = places.map(({ keyStart, keyEnd, value }) => [
      text.slice(keyStart, keyEnd),
      text.slice(value.start, value.end),
    ]);
    expect(texts).toEqual([
      ['"k"', '[1, b]'],
      ['m', '2'],
      ['l', '*x'],
    ]);
  });

  it('reports all duplicate keys, at each later one', () => {
    expect(errorsOf('a: 1\nb:\n  c: 1\n  c: 2\na: 3\na: 4\n')).toEqual([
      'DuplicateKeyYAMLException /p/main.dig a: Duplicated keys: [a]',
      'DuplicateKeyYAMLException /p/main.dig a: Duplicated keys: [a]',
      'DuplicateKeyYAMLException /p/main.dig c: Duplicated keys: [c]',
    ]);
  });

  it('leaves out errors of construction where the text itself is broken', () => {
    expect(errorsOf('a: 1\na: 2\nb: @\n')).toHaveLength(1);
  });

  it('knows no missing file', () => expect(loadFile(memoryFileSystem({}), '/p/main.dig')).toBeUndefined());
});

describe('!include', () => {
  it('merges a file at its place and tells where each value comes from', () => {
    const file = load({
      '/p/main.dig': '_export: {a: 1, b: 1}\n!include : sub/x.dig\n+t: {sh>: x}\n',
      '/p/sub/x.dig': '_export: {b: 2}\n!include : y.dig\n+t: {echo>: y}\n',
      '/p/sub/y.dig': '+y: {echo>: z}\n',
    });
    expect(json(file)).toBe('{"_export":{"a":1,"b":2},"+y":{"echo>":"z"},"+t":{"sh>":"x"}}');
    expect(file.config?.get('+y')?.path).toBe('/p/sub/y.dig');
    expect(file.includes.map(({ target, place }) => [place.path, target])).toEqual([
      ['/p/main.dig', '/p/sub/x.dig'],
      ['/p/sub/x.dig', '/p/sub/y.dig'],
    ]);
  });

  it('reports an error in an included file there, and where it is included', () => {
    const file = load({ '/p/main.dig': '!include : x.dig\n', '/p/x.dig': 'a: @\n' });
    expect(file.errors[0]).toMatchObject({
      java: 'ScannerException',
      path: '/p/x.dig',
      start: 3,
      includedAt: [{ path: '/p/main.dig', start: 11, end: 16 }],
    });
  });

  it.each([
    ['a missing file', '!include : x.dig\n', 'NoSuchFileException /p/main.dig x.dig: /p/x.dig'],
    ['a directory', '!include : d\n', 'IOException /p/main.dig d: Is a directory'],
    [
      'a file above',
      '!include : ../x.dig\n',
      'FileNotFoundException /p/main.dig ../x.dig: File name must not include ..: ../x.dig',
    ],
    ['itself', '!include : main.dig\n', 'StackOverflowError /p/main.dig main.dig: null'],
    [
      'a list',
      '!include : l.dig\n',
      'RuntimeJsonMappingException /p/l.dig [1]: Expected object to load Config but got [1]',
    ],
  ])('of %s is refused', (_, text, error) => {
    expect(errorsOf(text, { '/p/d/x.dig': '', '/p/l.dig': '[1]' })).toEqual([error]);
  });

  it('is read once however often it is included, and stops what grows without end', () => {
    const files: Record<string, string> = { '/p/main.dig': 'a: {!include : f0.dig}\n', '/p/f30.dig': 'x: 1\n' };
    for (let index = 0; index < 30; index++) {
      files[`/p/f${index}.dig`] = `a: {!include : f${index + 1}.dig}\nb: {!include : f${index + 1}.dig}\n`;
    }
    expect(load(files).errors.map(({ java }) => java)).toContain('OutOfMemoryError');
  });
});

it('a map that merges what is around it has its own keys, which win', () => {
  expect(json(load({ '/p/main.dig': 'x: &x\n  a: {a: 1, <<: *x}\n  b: 2\n' }))).toBe('{"x":{"a":{"a":1,"b":2},"b":2}}');
});

describe('what could not be walked', () => {
  const levels = Array.from({ length: 30 }, (_, index) => index);
  it.each([
    [
      'aliases that double',
      `a: &a0 [x]\n${levels.map((n) => `b${n}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
      'OutOfMemoryError',
    ],
    ['an alias to what is around it', 'a: &x\n  b: [*x]\n', 'StackOverflowError'],
    [
      'aliases that deepen',
      `a: &a0 x\n${levels.map((n) => `b${n}: &a${n + 1} ${'['.repeat(500)}*a${n}${']'.repeat(500)}\n`).join('')}`,
      'StackOverflowError',
    ],
    ['a merge of what is around it', 'x: &x\n  y:\n    <<: *x\n', 'ConstructorException'],
    ['a merge of what is around it, in a list', 'x: &x\n  a: [{<<: *x}]\n', 'ConstructorException'],
    [
      'a merge of what is around it, with an alias of itself',
      'x: &x\n  y: &y\n    <<: *x\n    z: *y\n',
      'StackOverflowError',
    ],
    ['keys in keys', `${'? '.repeat(1000)}a\n`, 'StackOverflowError'],
  ])('is an error: %s', (_, text, java) => {
    const file = load({ '/p/main.dig': text });
    expect(new Set(file.errors.map((error) => error.java))).toEqual(new Set([java]));
    expect(json(file)?.length).toBeLessThan(20_000_000);
  });

  it('is nothing: any text loads or is refused at a place in it', () => {
    const piece = fc.constantFrom(
      ...[
        'a: ',
        'b:\n  ',
        '- ',
        '\n',
        '\n  ',
        '<<: ',
        '&x ',
        '*x',
        '!!set ',
        '!!omap ',
        '!!int ',
        '!!binary ',
        '!!timestamp ',
        '!include : ',
        '!include ',
        '{',
        '}',
      ],
      ...[
        '[',
        ']',
        ', ',
        '? ',
        ': ',
        '~',
        '0x',
        '0b_',
        '.inf',
        '"!include:m"',
        'main.dig',
        'x',
        '1',
        '!!merge ',
        '!!pairs ',
        '!!str ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const file = load({ '/p/main.dig': text });
        for (const { start, end } of file.errors) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(file.config !== undefined || file.errors.length > 0).toBe(true);
        json(file);
      }),
      { numRuns: 3000 },
    );
  });
});
