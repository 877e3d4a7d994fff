import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { missingOption } from './missing-option.ts';

describe('missing-option', () => {
  it.each([
    ['+a:\n  loop>: 3\n', 'loop>'],
    ['+a:\n  if>: ${x}\n', 'if>'],
    ['+a:\n  if>: ${x}\n  _do: {}\n', 'if>'],
    ['+a:\n  call>:\n', 'call>'],
  ])('%s', (source, at) => {
    expect(said(missingOption, source)).toMatchObject([{ at }]);
  });

  it.each([
    '+a:\n  if>: ${x}\n  _else_do:\n    echo>: x\n',
    '+a:\n  td_ddl>:\n  create_tables: [t]\n',
    '+a:\n  http>:\n',
    '+a:\n  loop>: 2\n  _do: {}\n',
    '+a:\n  _export:\n    count: 3\n  loop>:\n  _do:\n    echo>: x\n',
    '+a:\n  fail>:\n',
  ])('not %s', (source) => {
    expect(said(missingOption, source)).toEqual([]);
  });
});
