import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { loopValues } from './loop-values.ts';

describe('loop-values', () => {
  it('a text that is no JSON list', () => {
    expect(said(loopValues, '+a:\n  for_each>: {v: "a,b"}\n  _do:\n    echo>: x\n')).toMatchObject([
      { fixed: ['+a:\n  for_each>: {v: [a,b]}\n  _do:\n    echo>: x\n'] },
    ]);
    expect(said(loopValues, '+a:\n  for_each>: {v: []}\n  _do:\n    echo>: x\n')).toMatchObject([{ severity: 'hint' }]);
  });

  it('an empty list, and one that Digdag leaves out', () => {
    expect(said(loopValues, '+a:\n  for_each>: {v: [1], w: []}\n  _do:\n    echo>: x\n')).toMatchObject([
      { severity: 'hint' },
    ]);
    expect(said(loopValues, '+a:\n  for_each>: {v: [], w: [1]}\n  _do:\n    echo>: x\n')).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it.each(['{v: [1, 2]}', "{v: '[1,2]'}", '{v: "${list}"}', '${all}'])('not %s', (values) => {
    expect(said(loopValues, `+a:\n  for_each>: ${values}\n  _do:\n    echo>: x\n`)).toEqual([]);
  });
});
