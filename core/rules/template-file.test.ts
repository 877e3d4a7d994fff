import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { checkFile } from '../check.ts';
import { render } from '../text/text.ts';

function said(sql: string, workflow = '+a:\n  td>: q/a.sql\n  day: x\n', code = '') {
  const fs = memoryFileSystem({ '/p/main.dig': workflow, '/p/q/a.sql': sql, '/p/tasks.py': code });
  return (checkFile(fs, '/p/main.dig')?.findings ?? [])
    .filter(({ rule }) => rule === 'template-file')
    .map(({ path, start, end, severity, message, related }) => {
      expect(path).toBe('/p/q/a.sql');
      return { at: sql.slice(start, end), severity, message: render(message), used: related?.[0]?.path };
    });
}

describe('template-file', () => {
  it('names that the task does not have, in the file and with the task', () => {
    expect(said('select ${zebra} from t')).toMatchObject([
      { at: 'zebra', severity: 'information', used: '/p/main.dig' },
    ]);
    expect(said('select ${sesion_date}')).toMatchObject([{ at: 'sesion_date', severity: 'warning' }]);
  });

  it('what is no ECMAScript 5', () => {
    expect(said('select ${[1].map(x => x)}')).toMatchObject([{ at: '${[1].map(x => x)}', severity: 'error' }]);
  });

  it.each([
    'select ${day} ${session_date} ${moment(session_time).format("YYYY")}',
    "select ${typeof zebra === 'undefined' ? 1 : zebra} $1 ${secret:k}",
    'select 1',
  ])('not in %j', (sql) => {
    expect(said(sql)).toEqual([]);
  });

  it('knows loops, exports and what code stores', () => {
    const loop = '+l:\n  for_each>: {zebra: [1]}\n  _do:\n    td>: q/a.sql\n';
    const exported = '_export: {zebra: 1}\n+a:\n  td>: q/a.sql\n';
    const stored = '+s:\n  py>: tasks.run\n+a:\n  td>: q/a.sql\n';
    expect(said('${zebra}', loop)).toEqual([]);
    expect(said('${zebra}', exported)).toEqual([]);
    expect(said('${zebra}', stored, 'digdag.env.store({"zebra": 1})')).toEqual([]);
    expect(said('${zebra}', stored, 'pass')).toHaveLength(1);
  });
});
