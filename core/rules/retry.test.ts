import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { retry } from './retry.ts';

describe('retry', () => {
  it('an interval with a unit', () => {
    expect(said(retry, '+a:\n  _retry: {limit: 3, interval: 1m}\n  sh>: ls\n')).toMatchObject([
      { severity: 'error', fixed: ['+a:\n  _retry: {limit: 3, interval: 60}\n  sh>: ls\n'] },
    ]);
  });

  it('where Digdag ignores it', () => {
    expect(said(retry, '+a:\n  _retry: ${n}\n  +b:\n    sh>: ls\n')).toMatchObject([
      { at: '${n}', severity: 'warning' },
    ]);
    expect(said(retry, '+a:\n  _retry: 1\n  fail>: x\n')).toMatchObject([{ at: '_retry', severity: 'warning' }]);
  });

  it.each([
    '_retry: 3\n  sh>: ls',
    '_retry: "${n}"\n  sh>: ls',
    '_retry: {limit: 1, interval: 2, interval_type: exponential}\n  +b:\n    sh>: ls',
    '_retry: 2\n  loop>: 1\n  _do: {sh>: ls}',
  ])('not %s', (task) => {
    expect(said(retry, `+a:\n  ${task}\n`)).toEqual([]);
  });
});
