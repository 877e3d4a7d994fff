import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { unknownOperator } from './unknown-operator.ts';

describe('unknown-operator', () => {
  it('suggests the nearest', () => {
    expect(said(unknownOperator, '+a:\n  ecoh>: x\n')).toMatchObject([{ at: 'ecoh>', fixed: ['+a:\n  echo>: x\n'] }]);
    expect(said(unknownOperator, '+a:\n  slack>: x\n')).toMatchObject([{ at: 'slack>', fixed: [] }]);
  });

  it('also in bodies', () => {
    expect(said(unknownOperator, '+a:\n  loop>: 1\n  _do:\n    shell>: x\n')).toHaveLength(1);
    expect(said(unknownOperator, 'sla:\n  time: 02:00\n  +tell:\n    shell>: x\n+a:\n  echo>: x\n')).toHaveLength(1);
  });

  it('not where plugins are loaded, by the file or by its caller', () => {
    const plugin = '_export:\n  plugin:\n    dependencies: [a:b:1]\n';
    expect(said(unknownOperator, `${plugin}+a:\n  slack>: x\n`)).toEqual([]);
    const files = { 'main.dig': `${plugin}+a:\n  call>: sub/child\n`, 'sub/child.dig': '+b:\n  slack>: x\n' };
    expect(said(unknownOperator, files, 'sub/child.dig')).toEqual([]);
  });

  it('not the long form', () => {
    expect(said(unknownOperator, '+a:\n  _type: echo\n  _command: x\n+b:\n  _type: ${op}\n')).toEqual([]);
  });
});
