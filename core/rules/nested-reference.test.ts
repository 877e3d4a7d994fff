import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { nestedReference } from './nested-reference.ts';

const exported = '_export:\n  now: ${session_unixtime + 1}\n  plain: x\n';

describe('nested-reference', () => {
  it('computed exports inside of a map', () => {
    const task = '+a:\n  echo>: x\n  m:\n    k: ${now}\n';
    expect(said(nestedReference, exported + task)).toMatchObject([
      { at: '${now}', fixed: [`${exported}+a:\n  echo>: x\n  m:\n    k: \${session_unixtime + 1}\n`] },
    ]);
    expect(said(nestedReference, '_export:\n  now: ${1 + 1}\n  m:\n    k: ${now}\n+a:\n  echo>: x\n')).toHaveLength(1);
  });

  it.each([
    '  echo>: ${now}\n',
    '  echo>: x\n  m: {k: "${plain}"}\n',
    '  echo>: x\n  list: ["${now}"]\n',
    '  echo>: x\n  m:\n    now: 1\n    k: ${now}\n',
    '  _export:\n    later: ${now}\n  echo>: x\n',
  ])('not %j', (task) => {
    expect(said(nestedReference, `${exported}+a:\n${task}`)).toEqual([]);
  });
});
