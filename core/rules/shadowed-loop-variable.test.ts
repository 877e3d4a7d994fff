import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { shadowedLoopVariable } from './shadowed-loop-variable.ts';

describe('shadowed-loop-variable', () => {
  const outer = '+a:\n  loop>: 2\n  _do:\n';

  it('a loop in a loop', () => {
    expect(
      said(shadowedLoopVariable, `${outer}    +b:\n      loop>: 2\n      _do:\n        echo>: \${i}\n`),
    ).toMatchObject([
      {
        at: 'loop>',
        fixed: [`${outer}    +b:\n      for_each>: {j: [0, 1]}\n      _do:\n        echo>: \${i}\n`],
      },
    ]);
  });

  it('an exported count, which is evaluated in the inner loop (run.jsonl, loop-nested)', () => {
    const kept = '    _export: {outer: "${i}"}\n    +b:\n      loop>: 2\n      _do:\n        echo>: ${outer}-${i}\n';
    expect(said(shadowedLoopVariable, outer + kept)).toHaveLength(1);
  });

  it('not where the count is a value of a loop between them, nor in for_each>', () => {
    const kept =
      '    for_each>: {outer: ["${i}"]}\n    _do:\n      +b:\n        loop>: 2\n        _do:\n          echo>: ${i}\n';
    expect(said(shadowedLoopVariable, outer + kept)).toEqual([]);
    expect(said(shadowedLoopVariable, `${outer}    for_each>: {v: [1]}\n    _do:\n      echo>: \${i}\n`)).toEqual([]);
  });
});
