import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { nestedBraces } from './nested-braces.ts';

describe('nested-braces', () => {
  it('a map or a function', () => {
    expect(said(nestedBraces, '+a:\n  echo>: "${JSON.stringify({a: 1})}"\n')).toMatchObject([
      { at: '${JSON.stringify({a: 1})}', severity: 'hint' },
    ]);
  });

  it.each(['${JSON.stringify([1])}', '${a}{b}', "${'$'}{HOME}"])('not %s', (value) => {
    expect(said(nestedBraces, `+a:\n  echo>: "${value}"\n`)).toEqual([]);
  });
});
