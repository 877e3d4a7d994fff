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

  it('keys of the task in maps and in _export', () => {
    for (const source of [
      '+a:\n  echo>: x\n  v: 1\n  m:\n    y: ${v}\n',
      '+a:\n  v: 1\n  _export: {y: "${v}"}\n  echo>: x\n',
    ]) {
      expect(said(undefinedVariable, source)).toMatchObject([{ at: 'v', severity: 'warning' }]);
    }
    expect(said(undefinedVariable, '+a:\n  echo>: x\n  m:\n    v: 1\n    y: ${v}\n')).toEqual([]);
  });

  const use = '+b:\n  echo>: ${zebra}\n';
  const python = (code: string) => ({ 'main.dig': `+a:\n  py>: tasks.run\n${use}`, 'tasks.py': code });
  const severity = 'information';

  it('what Python and Ruby files do not store', () => {
    expect(said(undefinedVariable, python('def run():\n  pass\n'))).toMatchObject([{ at: 'zebra', severity }]);
    expect(said(undefinedVariable, python('digdag.env.store({"zebra": 1})\n'))).toEqual([]);
    expect(said(undefinedVariable, python('digdag.env.store(values)\n'))).toEqual([]);
    expect(said(undefinedVariable, { ...python('import more'), 'more.py': 'digdag.env.store(zebra=1)' })).toEqual([]);
    const ruby = `_export:\n  rb:\n    require: lib/a\n+a:\n  rb>: A.run\n${use}`;
    expect(said(undefinedVariable, { 'main.dig': ruby, 'lib/a.rb': 'Digdag.env.store(zebra: 1)' })).toEqual([]);
    expect(said(undefinedVariable, { 'main.dig': ruby, 'lib/a.rb': 'Digdag.env.store(ant: 1)' })).toHaveLength(1);
  });

  it('what Python exports to its own subtasks only', () => {
    expect(said(undefinedVariable, python('digdag.env.export({"zebra": 1})\n'))).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('digdag.env.store') },
    ]);
  });

  it('what called files do not leave, and callers do not have', () => {
    const calls = `+a:\n  call>: sub/other.dig\n${use}`;
    expect(said(undefinedVariable, { 'main.dig': calls, 'sub/other.dig': '+c:\n  echo>: x\n' })).toHaveLength(1);
    const stores = { 'main.dig': calls, 'sub/other.dig': '+c:\n  py>: t.f\n', 'sub/t.py': 'digdag.env.store(zebra=1)' };
    expect(said(undefinedVariable, stores)).toEqual([]);
    const called = { 'main.dig': '+a:\n  call>: sub/other.dig\n', 'sub/other.dig': use };
    expect(said(undefinedVariable, called, 'sub/other.dig')).toHaveLength(1);
    const exporting = { ...called, 'main.dig': '_export: {zebra: 1}\n+a:\n  call>: sub/other.dig\n' };
    expect(said(undefinedVariable, exporting, 'sub/other.dig')).toEqual([]);
    const open = { ...called, 'main.dig': '+a:\n  call>: sub/${x}\n' };
    expect(said(undefinedVariable, open, 'sub/other.dig')).toEqual([]);
  });

  it.each([
    '_export: {zebra: 1}\n+a:\n  echo>: ${zebra}\n',
    '+a:\n  loop>: 2\n  _do:\n    +b:\n      echo>: ${i}\n',
    '+a:\n  for_each>: {zebra: [1]}\n  _do:\n    +b:\n      echo>: ${zebra}\n',
    '+a:\n  echo>: ${typeof zebra} ${this.zebra} ${a.zebra}\n  a: 1\n',
    '+a:\n  echo>: ${moment(session_time)} ${Math.max(1, 2)} ${(function(x){ var y = x; return y })(1)}\n',
    '_export: {a: "${zebra}"}\n+a:\n  _export: {zebra: 1}\n  echo>: ${a}\n',
    '_export: {a: "${zebra}"}\n+a:\n  call>: other\n',
    '+a:\n  echo>: "${typeof zebra === \'undefined\' ? 1 : zebra}"\n',
    '+a:\n  py>: tasks.run\n+b:\n  echo>: ${zebra}\n',
    '+a:\n  call>: other.dig\n+b:\n  echo>: ${zebra}\n',
    '+a:\n  echo>: x\n  _error:\n    +b:\n      echo>: ${error.message}\n',
    '+a:\n  http>: https://example.com\n  store_content: true\n+b:\n  echo>: ${http.last_content}\n',
  ])('not in %j', (source) => {
    expect(said(undefinedVariable, source)).toEqual([]);
  });
});
