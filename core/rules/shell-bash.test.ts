import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { shellBash } from './shell-bash.ts';

describe('shell-bash', () => {
  it('double brackets', () => {
    expect(said(shellBash, '+a:\n  sh>: "[[ 1 == 1 ]]"\n')).toMatchObject([
      { at: 'sh>', severity: 'hint', fixed: ['+a:\n  shell: [/bin/bash]\n  sh>: "[[ 1 == 1 ]]"\n'] },
    ]);
    expect(said(shellBash, '+a:\n  sh>: if [[ -f x ]]; then ls; fi\n')).toHaveLength(1);
  });

  it.each([
    '+a:\n  sh>: "[ 1 = 1 ]"\n',
    '+a:\n  sh>: "[[ 1 == 1 ]]"\n  shell: [bash]\n',
    '_export:\n  sh:\n    shell: [bash]\n+a:\n  sh>: "[[ 1 == 1 ]]"\n',
    "+a:\n  sh>: bash -c '[[ 1 == 1 ]]'\n",
    "+a:\n  sh>: grep '[[:space:]]' x\n",
    '+a:\n  echo>: "[[ 1 == 1 ]]"\n',
  ])('not %j', (source) => {
    expect(said(shellBash, source)).toEqual([]);
  });
});
