import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';

/** Literals as they come out, expressions in angle brackets. */
function shown(text: string): string {
  return scan(text)
    .parts.map((part) => (part.kind === 'literal' ? part.text : `<${part.script}>`))
    .join('');
}

describe('scan', () => {
  it('cuts expressions out of a text', () => {
    expect(shown('a ${b} c ${d}')).toBe('a <b> c <d>');
    expect(scan('a ${b}').parts[1]).toEqual({ kind: 'expression', start: 2, end: 6, script: 'b' });
    expect(shown('x${}y')).toBe('x<>y');
  });

  it('makes $$ one $, in literals only', () => {
    expect(shown('$$$$${a} $${b}$$$')).toBe('$$<a> $<b>$$');
    expect(shown("${'$$'}")).toBe("<'$$'>");
  });

  it('counts braces blindly', () => {
    expect(shown("${{a: {}}} ${'}'}")).toBe("<{a: {}}> <'>'}");
    expect(shown("${'{'} ${a}")).toBe("${'{'} ${a}");
    expect(scan("x ${'{'} ${a}").unclosed).toBe(2);
    expect(scan('${').unclosed).toBeUndefined();
  });

  it('leaves lower-case prefixes alone', () => {
    expect(shown('${secret:a} ${Secret:a}')).toBe('${secret:a} <Secret:a>');
    expect(shown('${secret:${a}}')).toBe('${secret:<a>}');
  });
});
