import { describe, expect, it } from 'vitest';
import { cursorText } from '../../../test/protocol/cursor.ts';
import { type Typed, typedAt } from './typed.ts';

function typed(marked: string): Typed | undefined {
  const { text } = cursorText(marked);
  return typedAt(text, marked.indexOf('|'));
}

const path = (marked: string) => typed(marked)?.levels.map(({ key }) => key);

describe('typedAt', () => {
  it('tells the keys around by indentation, also in lists', () => {
    expect(path('+a:\n  +b:\n    sh>: x\n  +c:\n    |\n')).toEqual(['+a', '+c']);
    expect(path('+a:\n  headers:\n    - x: 1\n    - |\n')).toEqual(['+a', 'headers']);
    expect(path('+a:\n  headers:\n  - x: 1\n    |\n')).toEqual(['+a', 'headers']);
    expect(path('+a:\n  b: 1\n|')).toEqual([]);
  });

  it('tells the keys of the same map, above and below', () => {
    expect(typed('+a:\n  x: 1\n  |\n  "y": 2\n\n  z: 3\n+b:\n  w: 1\n')?.keys).toEqual(['x', 'y', 'z']);
    expect(typed('h:\n  - a: 1\n  - b: 2\n    |\n  - c: 3\n')?.keys).toEqual(['b']);
  });

  it('tells the keys behind a list that stands at the column of its key', () => {
    expect(typed('+a:\n  x: 1\n  list: |\n  - 1\n  - k: 2\n  y: 2\n')?.keys).toEqual(['x', 'y']);
    expect(typed('list:\n- |a: 1\n- b: 2\n')?.keys).toEqual([]);
  });

  it('tells nothing in the blanks before what is written', () => {
    expect(typed('+a:\n |  echo>: x\n')).toBeUndefined();
    expect(typed('+a: {echo>: x, | _retry: 1}')).toBeUndefined();
    expect(typed('+a:\n  |  # later\n')?.kind).toBe('key');
    expect(typed('+a:\n  |echo>: x\n')?.kind).toBe('key');
  });

  it('tells keys, values and expressions apart', () => {
    expect(typed('+a:\n  ec|')?.kind).toBe('key');
    expect(typed('+a:\n  engine: pr|')).toMatchObject({ kind: 'value', key: 'engine' });
    expect(typed('+a:\n  echo>: ${se|')).toMatchObject({ kind: 'expression', key: 'echo>' });
    expect(typed('+a:\n  # ec|')).toBeUndefined();
  });

  it('ends at the begin of a text', () => {
    expect(typed('|\n')?.kind).toBe('key');
    expect(typed('\n|')?.levels).toEqual([]);
    expect(typed('\n  |\n')?.keys).toEqual([]);
    expect(typed('[|')?.kind).toBe('key');
    expect(typed('${|')?.kind).toBe('expression');
  });

  it('offers nothing inside block texts but expressions', () => {
    expect(typed('+a:\n  sh>: >-\n    foo: 1\n    b|\n')).toBeUndefined();
    expect(typed('+a:\n  sh>: >-\n    echo ${b|\n')?.kind).toBe('expression');
  });

  it('tells where it is inside of brackets, also over several lines and in nested ones', () => {
    expect(typed('+a: {echo>: x, |}')).toMatchObject({ kind: 'key', keys: ['echo>'], inFlow: true });
    expect(path('+a: {echo>: x, |}')).toEqual(['+a']);
    expect(path('+a:\n  http>: x\n  proxy: {enabled: true, |\n')).toEqual(['+a', 'proxy']);
    expect(typed('+a:\n  proxy: {\n    enabled: true,\n    |\n  }\n')).toMatchObject({
      kind: 'key',
      keys: ['enabled'],
    });
    expect(typed('+a: {_retry: {limit: 3, interval_type: ex|}, sh>: x}')).toMatchObject({ key: 'interval_type' });
    expect(path('+a: {_retry: {limit: 3, interval_type: ex|}, sh>: x}')).toEqual(['+a', '_retry']);
    expect(typed('+a:\n  _after: [+b, |]\n')).toMatchObject({
      kind: 'value',
      key: '_after',
      isItem: true,
      items: ['+b'],
    });
    expect(typed('+a: {td>: q.sql, engine: pr|esto, x: 1}')).toMatchObject({ kind: 'value', key: 'engine' });
    expect(path('x: [1, 2]\n+a:\n  |')).toEqual(['+a']);
    expect(typed('+a:\n  echo>: "{ |"')).toMatchObject({ kind: 'value', key: 'echo>', inFlow: false });
  });

  it('tells the whole value, its quotes and expressions in it', () => {
    const value = (marked: string) => {
      const { text } = cursorText(marked);
      const found = typed(marked);
      return found && [text.slice(found.start, found.end), found.quote];
    };
    expect(value('+a:\n  engine: pr|es # x')).toEqual(['pres', '']);
    expect(value('+a:\n  engine: "pr|es"')).toEqual(['pres', '"']);
    expect(value('+a: {engine: p|r, b: 1}')).toEqual(['pr', '']);
    expect(typed('+a:\n  echo>: ${moment({a: 1}).ad|')).toMatchObject({ kind: 'expression', key: 'echo>' });
    expect(typed('+a:\n  echo>: ${x} and ${y} |')?.kind).toBe('value');
    expect(typed('+a:\n  echo>: x # ${|')?.kind).toBe('expression');
  });

  it('tells the items of a list, and the keys above and below each key around', () => {
    expect(typed('+a:\n  _after:\n    - +x\n    - |\n    - +y\n')).toMatchObject({ isItem: true, items: ['+x', '+y'] });
    expect(typed('+p:\n  +x:\n    echo>: x\n  +a:\n    _after: |\n  +z: {}\n')?.levels.at(-1)).toEqual({
      key: '+a',
      siblings: ['+x', '+a', '+z'],
      earlier: ['+x'],
    });
    expect(typed('+a:\r\n  x: 1\r\n  |\r\n  y: 2\r\n')?.keys).toEqual(['x', 'y']);
  });
});
