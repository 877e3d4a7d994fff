import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { noEffect } from './no-effect.ts';

describe('no-effect', () => {
  it('on an operator that does not read it', () => {
    expect(said(noEffect, '+a:\n  echo>: x\n  _parallel: true\n  _env: {A: b}\n').map(({ at }) => at)).toEqual([
      '_parallel',
      '_env',
    ]);
  });

  it('on a group', () => {
    expect(said(noEffect, '+a:\n  timezone: UTC\n  +b:\n    echo>: x\n')).toMatchObject([
      { at: 'timezone', severity: 'information' },
    ]);
  });

  it('not where it is read, nor on operators that nobody knows', () => {
    expect(
      said(
        noEffect,
        'timezone: UTC\n_parallel: true\n+a:\n  for_each>: {v: [1]}\n  _parallel: true\n  _do:\n    echo>: x\n',
      ),
    ).toEqual([]);
    expect(said(noEffect, '+a:\n  sh>: ls\n  _env: {A: b}\n+b:\n  slack>: x\n  _parallel: true\n')).toEqual([]);
  });
});
