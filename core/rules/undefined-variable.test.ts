import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { undefinedVariable } from './undefined-variable.ts';

describe('undefined-variable', () => {
  it('a slip, with the name that is meant', () => {
    expect(said(undefinedVariable, '+a:\n  echo>: x ${sesion_date}\n')).toMatchObject([
      { at: 'sesion_date', severity: 'warning', fixed: ['+a:\n  echo>: x ${session_date}\n'] },
    ]);
  });

  it('what only other tasks export, and what no one has', () => {
    const elsewhere = '+a:\n  _export:\n    zebra: 1\n  echo>: x\n+b:\n  echo>: ${zebra}\n';
    expect(said(undefinedVariable, elsewhere)).toMatchObject([{ at: 'zebra', severity: 'warning' }]);
    expect(said(undefinedVariable, '+a:\n  echo>: ${project_name}\n')).toMatchObject([{ severity: 'warning' }]);
    expect(said(undefinedVariable, '+a:\n  echo>: ${zebra}\n')).toMatchObject([{ severity: 'information' }]);
  });

  it.each([
    '_export: {zebra: 1}\n+a:\n  echo>: ${zebra}\n',
    '+a:\n  loop>: 2\n  _do:\n    +b:\n      echo>: ${i}\n',
    '+a:\n  for_each>: {zebra: [1]}\n  _do:\n    +b:\n      echo>: ${zebra}\n',
    '+a:\n  echo>: ${typeof zebra} ${this.zebra} ${a.zebra}\n  a: 1\n',
    '+a:\n  echo>: ${moment(session_time)} ${Math.max(1, 2)} ${(function(x){ var y = x; return y })(1)}\n',
    '+a:\n  py>: tasks.run\n+b:\n  echo>: ${zebra}\n',
    '+a:\n  call>: other.dig\n+b:\n  echo>: ${zebra}\n',
    '+a:\n  echo>: x\n  _error:\n    +b:\n      echo>: ${error.message}\n',
    '+a:\n  http>: https://example.com\n  store_content: true\n+b:\n  echo>: ${http.last_content}\n',
  ])('not in %j', (source) => {
    expect(said(undefinedVariable, source)).toEqual([]);
  });
});
