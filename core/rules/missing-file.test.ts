import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { missingFile } from './missing-file.ts';

describe('missing-file', () => {
  it('a script and a called workflow, with the place where one is', () => {
    const files = {
      'main.dig': '+a:\n  call>: child\n+b:\n  td>: queries/x.sql\n  database: d\n',
      'sub/child.dig': '+c:\n  echo>: x\n',
    };
    const [call, query] = said(missingFile, files);
    expect(call).toMatchObject({
      at: 'child',
      severity: 'error',
      fixed: [files['main.dig'].replace('child', 'sub/child')],
    });
    expect(query).toMatchObject({ at: 'queries/x.sql', message: 'There is no file queries/x.sql in the project.' });
  });

  it('SQL where the name of a file belongs', () => {
    expect(said(missingFile, '+a:\n  td>: select 1\n  database: d\n')[0]?.message).toContain('{data: ...}');
  });

  it('a Python module, softly', () => {
    expect(said(missingFile, '+a:\n  py>: scripts.tasks.run\n')).toMatchObject([{ severity: 'warning' }]);
  });

  it('suggests a module elsewhere and a name that is nearly the same', () => {
    const files = {
      'main.dig': '+a:\n  py>: tasks.run\n+b:\n  td>: each_tabel.sql\n',
      'scripts/tasks.py': '',
      'each_table.sql': '',
    };
    const fixed = said(missingFile, files).flatMap((finding) => finding.fixed);
    expect(fixed[0]).toContain('py>: scripts.tasks.run');
    expect(fixed[1]).toContain('td>: each_table.sql');
  });

  it('looks from the directory of a called file', () => {
    const files = {
      'main.dig': '+a:\n  call>: sub/child.dig\n',
      'sub/child.dig': '+b:\n  td>: q.sql\n',
      'sub/q.sql': 'select 1',
    };
    expect(said(missingFile, files)).toEqual([]);
    expect(said(missingFile, files, 'sub/child.dig')).toEqual([]);
  });

  it.each([
    ['+a:\n  td>: ${name}.sql\n', {}],
    ['+a:\n  td>: q.sql\n  _workdir: elsewhere\n', {}],
    ['+a:\n  sh>: ./make.sh > q.sql\n+b:\n  td>: q.sql\n', {}],
    ['+a:\n  py>: tasks.Loader.run\n', { 'tasks.py': '' }],
    ['+a:\n  td_load>: 12345\n', {}],
    ['+a:\n  py>: json.loads\n', {}],
  ])('not %s', (main, others) => {
    expect(said(missingFile, { 'main.dig': main, ...others })).toEqual([]);
  });
});
