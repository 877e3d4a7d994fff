import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { deprecatedOption } from './deprecated-option.ts';

describe('deprecated-option', () => {
  it('keys and passwords in the file', () => {
    expect(
      said(deprecatedOption, '_export:\n  td:\n    apikey: x\n+a:\n  mail>: {data: x}\n  password: y\n').map(
        ({ at }) => at,
      ),
    ).toEqual(['apikey', 'password']);
  });

  it('not a variable of that name', () => {
    expect(said(deprecatedOption, '_export:\n  apikey: x\n+a:\n  sh>: echo ${apikey}\n')).toEqual([]);
  });
});
