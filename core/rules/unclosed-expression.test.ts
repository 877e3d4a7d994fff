import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { unclosedExpression } from './unclosed-expression.ts';

describe('unclosed-expression', () => {
  it('an expression without its end', () => {
    expect(said(unclosedExpression, '+a:\n  echo>: x ${b.c d\n')).toMatchObject([
      { at: '${b.c', fixed: ['+a:\n  echo>: x ${b.c} d\n'] },
    ]);
    expect(said(unclosedExpression, `+a:\n  echo>: '\${"{"} x'\n`)).toHaveLength(1);
  });

  it.each(['${a}', '${secret:a', '$ {a', '${{a: 1}}', '$'])('not %s', (value) => {
    expect(said(unclosedExpression, `+a:\n  echo>: '${value}'\n`)).toEqual([]);
  });
});
