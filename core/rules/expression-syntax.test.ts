import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { expressionSyntax } from './expression-syntax.ts';

describe('expression-syntax', () => {
  it('newer JavaScript, at its character', () => {
    const [found] = said(expressionSyntax, '+a:\n  echo>: "x ${a => 1}"\n');
    expect(found).toMatchObject({ at: '>', severity: 'error' });
    expect(said(expressionSyntax, "+a:\n  echo>: ${'}'}\n")[0]?.message).toMatch(/^The } inside the string/);
    expect(said(expressionSyntax, '_export:\n  a: ${b c}\n+t:\n  echo>: x\n')).toHaveLength(1);
  });

  it.each(['${function(){ return 1 }()}', '${secret:a}', '${a:b}', '${}', '${a', 'x $ y', '${/(?<=a)b/}'])(
    'not %s',
    (value) => {
      expect(said(expressionSyntax, `+a:\n  echo>: '${value}'\n`)).toEqual([]);
    },
  );

  it('not in a disabled task, nor where nothing is evaluated', () => {
    expect(said(expressionSyntax, '+a:\n  _disable: true\n  echo>: ${a b}\n')).toEqual([]);
    expect(said(expressionSyntax, 'timezone: UTC\nschedule:\n  daily>: ${a b}\n')).toEqual([]);
  });
});
