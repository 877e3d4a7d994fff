import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { nullExport } from './null-export.ts';

describe('null-export', () => {
  it('above a sh> task', () => {
    expect(said(nullExport, '_export:\n  a:\n+b:\n  sh>: ls\n')).toMatchObject([
      { at: 'a', fixed: ['_export:\n  a: ""\n+b:\n  sh>: ls\n'] },
    ]);
  });

  it('not without sh>, and not where another value comes between', () => {
    expect(said(nullExport, '_export:\n  a:\n+b:\n  echo>: x\n')).toEqual([]);
    expect(said(nullExport, '_export:\n  a:\n+b:\n  _export: {a: 1}\n  sh>: ls\n')).toEqual([]);
  });
});
