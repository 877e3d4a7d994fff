import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { checkNeverRuns } from './check-never-runs.ts';

describe('check-never-runs', () => {
  it('on a group and at the top', () => {
    expect(
      said(checkNeverRuns, '_check:\n  echo>: x\n+a:\n  _check:\n    echo>: y\n  +b:\n    echo>: z\n'),
    ).toHaveLength(2);
  });

  it('behind the tasks it can become the last of them', () => {
    const source = '+a:\n  +b:\n    echo>: z\n  _check:\n    echo>: y\n';
    expect(said(checkNeverRuns, source)[0]?.fixed).toEqual([source.replace('_check', '+check')]);
    expect(said(checkNeverRuns, '_check:\n  echo>: x\n+a:\n  echo>: y\n')[0]?.fixed).toEqual([
      '+a:\n  echo>: y\n+check:\n  echo>: x\n',
    ]);
    expect(said(checkNeverRuns, '_check: {"echo>": x}\n+a: {"echo>": y}\n+check: {"echo>": z}\n')[0]?.fixed).toEqual(
      [],
    );
  });

  it('not on a task', () => {
    expect(said(checkNeverRuns, '+a:\n  echo>: x\n  _check:\n    echo>: y\n')).toEqual([]);
  });
});
