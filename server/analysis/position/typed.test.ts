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

  it('tells keys, values and expressions apart', () => {
    expect(typed('+a:\n  ec|')?.kind).toBe('key');
    expect(typed('+a:\n  engine: pr|')).toMatchObject({ kind: 'value', key: 'engine' });
    expect(typed('+a:\n  echo>: ${se|')).toMatchObject({ kind: 'expression', key: 'echo>' });
    expect(typed('+a:\n  # ec|')).toBeUndefined();
  });

  it('offers nothing inside block texts but expressions', () => {
    expect(typed('+a:\n  sh>: >-\n    foo: 1\n    b|\n')).toBeUndefined();
    expect(typed('+a:\n  sh>: >-\n    echo ${b|\n')?.kind).toBe('expression');
  });
});
