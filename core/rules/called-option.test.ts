import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { calledOption } from './called-option.ts';

describe('called-option', () => {
  it('of a file that only call> runs', () => {
    const files = { 'main.dig': '+a:\n  call>: sub/child\n', 'sub/child.dig': 'timezone: UTC\n+b:\n  echo>: x\n' };
    expect(said(calledOption, files, 'sub/child.dig')).toMatchObject([{ at: 'timezone', severity: 'information' }]);
    expect(said(calledOption, files)).toEqual([]);
  });

  it('not of a workflow', () => {
    expect(said(calledOption, 'timezone: UTC\n+b:\n  echo>: x\n')).toEqual([]);
  });
});
