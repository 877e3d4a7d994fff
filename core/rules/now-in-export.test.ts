import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { nowInExport } from './now-in-export.ts';

describe('now-in-export', () => {
  it.each(['${moment().unix()}', '${new Date().getTime()}', '${Date.now()}', '${Math.random()}'])('%s', (value) => {
    expect(said(nowInExport, `_export:\n  t: "${value}"\n+a:\n  echo>: x\n`)).toMatchObject([
      { at: value, severity: 'information' },
    ]);
  });

  it.each(['${moment(session_time).unix()}', '${new Date(session_time)}', '${session_date}'])('not %s', (value) => {
    expect(said(nowInExport, `_export:\n  t: "${value}"\n+a:\n  echo>: x\n`)).toEqual([]);
    expect(said(nowInExport, '+a:\n  echo>: ${moment().unix()}\n')).toEqual([]);
  });
});
