import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { keyOrder } from './key-order.ts';

describe('key-order', () => {
  it('keys below their use', () => {
    expect(said(keyOrder, '+a:\n  echo>: ${y}\n  y: 1\n')).toMatchObject([{ at: '${y}' }]);
  });

  it('moves the key above its use', () => {
    const source = '+a:\n  echo>: ${y}\n  x: 0\n  y: # kept\n    z: 1';
    expect(said(keyOrder, source)).toMatchObject([{ fixed: ['+a:\n  y: # kept\n    z: 1\n  echo>: ${y}\n  x: 0\n'] }]);
    expect(said(keyOrder, '+a: {"echo>": "${y}", y: 1}\n')).toMatchObject([
      { fixed: ['+a: {y: 1, "echo>": "${y}"}\n'] },
    ]);
    expect(said(keyOrder, '+a: {"echo>": "${y}", z: 1, y: 1}\n')).toMatchObject([{ fixed: [] }]);
    expect(said(keyOrder, '+a:\n  echo>: ${y}\n  z: 1\n  y: ${z}\n')).toMatchObject([{ fixed: [] }]);
  });

  it.each([
    '  echo>: x\n  y: ${y}\n',
    '  y: 1\n  echo>: ${y}\n',
    '  _export:\n    y: 1\n  echo>: ${y}\n  y: 2\n',
    '  echo>: ${typeof y}\n  y: 1\n',
  ])('not %j', (task) => {
    expect(said(keyOrder, `+a:\n${task}`)).toEqual([]);
  });
});
