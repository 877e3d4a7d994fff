import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { ConfigError } from '../value/typed.ts';
import { readParamsFile, withNamedParams } from './givenParams.ts';

describe('a file of parameters', () => {
  it('keeps types, and knows !include', () => {
    const files = memoryFileSystem({ '/p/prod.yml': "n: 1\n!include : 'more.yml'\n", '/p/more.yml': 'on: true\n' });
    expect(readParamsFile(files, '/p/prod.yml')).toEqual(
      new Map<string, unknown>([
        ['n', 1],
        ['on', true],
      ]),
    );
  });

  it('says why it is none', () => {
    const files = memoryFileSystem({ '/p/list.yml': '- a\n', '/p/bad.yml': 'a: b: c\n' });
    expect(readParamsFile(files, '/p/none.yml')).toMatchObject({ missing: true });
    expect(readParamsFile(files, '/p/list.yml')).toMatchObject({ missing: false });
    expect(readParamsFile(files, '/p/bad.yml')).toMatchObject({
      message: expect.stringContaining('mapping values'),
      kind: 'scanner',
      place: { path: '/p/bad.yml', start: 4 },
    });
    expect(readParamsFile(files, '/p')).toMatchObject({ message: 'Is a directory', kind: 'io', missing: false });
  });
});

describe('named parameters', () => {
  it('are texts over those of a file; dots make maps', () => {
    const params = withNamedParams(
      new Map([['a', new Map([['x', 1]])]]),
      new Map([
        ['a.y', '2'],
        ['b', '3'],
      ]),
    );
    expect(params).toEqual(
      new Map<string, unknown>([
        [
          'a',
          new Map<string, unknown>([
            ['x', 1],
            ['y', '2'],
          ]),
        ],
        ['b', '3'],
      ]),
    );
  });

  it('may end with a dot, which says nothing', () => {
    expect(withNamedParams(new Map(), new Map([['a.', '1']]))).toEqual(new Map([['a', '1']]));
  });

  it('cannot be members of what is no map', () => {
    const params = withNamedParams(new Map([['a', 1]]), new Map([['a.y', '2']]));
    expect(params).toEqual(new ConfigError("Parameter 'a.y' is set but 'a' is not a object (1)"));
  });
});
