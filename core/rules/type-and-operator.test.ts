import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { typeAndOperator } from './type-and-operator.ts';

describe('type-and-operator', () => {
  it('both in one task', () => {
    expect(said(typeAndOperator, '+a:\n  _type: sh\n  echo>: x\n')).toMatchObject([{ at: 'echo>' }]);
  });

  it('not one of them', () => {
    expect(said(typeAndOperator, '+a:\n  _type: echo\n  _command: x\n+b:\n  echo>: x\n')).toEqual([]);
  });
});
