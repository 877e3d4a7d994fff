import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { shellVariable } from './shell-variable.ts';

describe('shell-variable', () => {
  it('variables of the environment, and forms of the shell', () => {
    expect(said(shellVariable, '+a:\n  sh>: echo ${HOME}\n')).toMatchObject([
      { at: '${HOME}', fixed: ['+a:\n  sh>: echo $HOME\n'] },
    ]);
    expect(said(shellVariable, '+a:\n  sh>: echo ${var:-x}\n')).toMatchObject([
      { fixed: ["+a:\n  sh>: echo ${'$'}{var:-x}\n"] },
    ]);
    expect(said(shellVariable, '+a:\n  sh>: echo ${name%.*}\n')).toHaveLength(1);
    expect(said(shellVariable, '+a:\n  sh>: n=1; echo ${n}\n')).toHaveLength(1);
  });

  it('not what Digdag defines, nor elsewhere', () => {
    expect(
      said(
        shellVariable,
        '_export:\n  HOME: x\n+a:\n  sh>: echo ${HOME} ${home} ${TARGET_TABLE} ${secret:a} $HOME ${a / b}\n',
      ),
    ).toEqual([]);
    expect(said(shellVariable, '+a:\n  echo>: ${HOME}\n')).toEqual([]);
  });
});
