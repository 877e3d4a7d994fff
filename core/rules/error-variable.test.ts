import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { errorVariable } from './error-variable.ts';

describe('error-variable', () => {
  const group = (handler: string) =>
    `+g:\n  +q:\n    td>: {data: select 1}\n    store_last_results: true\n  _error:\n    echo>: ${handler}\n`;

  it('what only tasks of the failed group store', () => {
    expect(said(errorVariable, group('${td.last_results}'))).toMatchObject([
      { at: '${td.last_results}', severity: 'information', message: expect.stringContaining('+main+g+q') },
    ]);
    const code = { 'main.dig': '+a:\n  py>: t.f\n_error:\n  echo>: ${x}\n', 't.py': 'digdag.env.store({"x": 1})\n' };
    expect(said(errorVariable, code)).toHaveLength(1);
  });

  it('fields that Digdag does not fill', () => {
    expect(said(errorVariable, group('${error.task_name}'))).toMatchObject([{ at: '${error.task_name}' }]);
  });

  it.each(['${error.message} ${error.stacktrace}', '${session_time} ${task_name}', '${typeof td}'])(
    'not %s',
    (handler) => {
      expect(said(errorVariable, group(handler))).toEqual([]);
    },
  );

  it('not what tasks before the failed one store', () => {
    const before =
      '+q:\n  td>: {data: select 1}\n  store_last_results: true\n+a:\n  sh>: ls\n  _error:\n    echo>: ${td.last_results}\n';
    expect(said(errorVariable, before)).toEqual([]);
    expect(said(errorVariable, '_export: {x: 1}\n+a:\n  sh>: ls\n_error:\n  echo>: ${x}\n')).toEqual([]);
  });
});
