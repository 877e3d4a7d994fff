import { describe, expect, it } from 'vitest';
import { applyEdits } from '../rules/applyEdits.ts';
import { format } from './format.ts';

function formatted(text: string, range?: { start: number; end: number }): string {
  const result = format(text, range ? { range } : {});
  return result.ok ? applyEdits(text, result.edits) : `refused: ${result.reason.template}`;
}

describe('format', () => {
  it('indents blocks by two, and keeps the style of sequences', () => {
    expect(
      formatted('+a:\n     echo>:   x\n     l:\n     -  1\n     -  k : 2\n        m: 3\n     n:\n        - 1'),
    ).toBe('+a:\n  echo>: x\n  l:\n  - 1\n  - k: 2\n    m: 3\n  n:\n    - 1\n');
  });

  it('leaves comments with what they are aligned to, and blank lines between tasks', () => {
    const text =
      '\n# top  \n+a:\n    # in a\n    echo>: x   # why\n               # goes on\n    # end of a\n\n\n\n\n+b:\n';
    expect(formatted(text)).toBe(
      '# top\n+a:\n  # in a\n  echo>: x   # why\n             # goes on\n  # end of a\n\n\n+b:\n',
    );
  });

  it('moves block scalars without touching what they hold', () => {
    expect(formatted('+a:\n    sh>: |  \n       if x\n\n         y  \n    q: |2\n        z\n')).toBe(
      '+a:\n  sh>: |\n    if x\n\n      y  \n  q: |2\n      z\n',
    );
    expect(formatted('a: |+\n   x\n\n\n\n\nb: 1\n')).toBe('a: |+\n  x\n\n\n\n\nb: 1\n');
  });

  it('adds no line end that would become part of a value', () => {
    expect(formatted('a: |\n  x')).toBe('a: |\n  x');
    expect(formatted('a: |-\n  x')).toBe('a: |-\n  x\n');
  });

  it('keeps flow collections, quotes, anchors, tags and line ends', () => {
    expect(formatted('a:   &x  !!str   "1"  \r\n!include :   b.yml\r\nc: [1,2 ,\r\n    *x]')).toBe(
      'a: &x !!str "1"\r\n!include : b.yml\r\nc: [1,2 ,\r\n    *x]\r\n',
    );
  });

  it('leaves what Digdag refuses', () => {
    expect(formatted('a: 1\n b: 2\n')).toContain('refused: Digdag cannot read');
    expect(formatted('a: 1\na: 2\n')).toContain('refused: Digdag cannot read');
  });

  it('formats the lines of a range, and more only where these alone would change the meaning', () => {
    const text = 'a:   1\nb:   2\n+c:\n    x:   1\n    y:   2\n';
    expect(formatted(text, { start: 8, end: 8 })).toBe('a:   1\nb: 2\n+c:\n    x:   1\n    y:   2\n');
    expect(formatted(text, { start: 20, end: 22 })).toBe('a:   1\nb:   2\n+c:\n  x: 1\n  y: 2\n');
  });

  it('formats all where a part alone cannot move', () => {
    expect(formatted('  a:   1\n  b:   2\n', { start: 4, end: 4 })).toBe('a: 1\nb: 2\n');
  });

  it('formats the first line of a text that begins with an empty one', () => {
    expect(formatted('\na:   1\nb:   2\n', { start: 0, end: 1 })).toBe('a: 1\nb:   2\n');
    expect(formatted('\na:   1\nb:   2\n', { start: 0, end: 0 })).toBe('\na:   1\nb:   2\n');
  });
});
