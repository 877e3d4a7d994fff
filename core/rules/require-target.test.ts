import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { requireTarget } from './require-target.ts';

describe('require-target', () => {
  const child = '+a:\n  echo>: x\n';

  it('with .dig, with a typo, and what is nowhere', () => {
    const files = {
      'main.dig': '+a:\n  require>: child.dig\n+b:\n  require>: chlid\n+c:\n  require>: other\n',
      'child.dig': child,
    };
    expect(said(requireTarget, files).map(({ at, fixed }) => [at, fixed.length])).toEqual([
      ['child.dig', 1],
      ['chlid', 1],
      ['other', 0],
    ]);
  });

  it('not a workflow that is there, a variable, or one of another project', () => {
    const main = '+a:\n  require>: child\n+b:\n  require>: ${name}\n+c:\n  require>: there\n  project_name: other\n';
    expect(said(requireTarget, { 'main.dig': main, 'child.dig': child })).toEqual([]);
  });
});
