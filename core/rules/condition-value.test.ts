import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { conditionValue } from './condition-value.ts';

const condition = (value: string) => `+a:\n  if>: ${value}\n  _do:\n    echo>: x\n`;

describe('condition-value', () => {
  it('values that are certainly no true or false', () => {
    expect(said(conditionValue, condition('${session_date}'))).toMatchObject([
      { at: '${session_date}', severity: 'warning', fixed: [condition('${!!(session_date)}')] },
    ]);
    expect(said(conditionValue, condition('${moment(session_time).day()}'))).toHaveLength(1);
    expect(said(conditionValue, condition('${session_unixtime % 2}'))).toHaveLength(1);
    expect(said(conditionValue, `_export: {n: 1}\n${condition('${n}')}`)).toHaveLength(1);
  });

  it('literals, as errors', () => {
    expect(said(conditionValue, condition('${3}'))).toMatchObject([{ severity: 'error' }]);
    expect(said(conditionValue, condition("${'yes'}"))).toMatchObject([{ severity: 'error' }]);
  });

  it.each([
    '${n}',
    '${session_date == "2026-01-01"}',
    '${moment(session_time).isBefore("2026-01-01")}',
    '${!!(n)}',
    '${a && b}',
    "${n == 1 ? 'true' : 'false'}",
    '${td.last_results.ok}',
    'true',
    '${n.length > 0}',
    '${a}${b}',
    '${"" + (n == 1)}',
  ])('not %s', (value) => {
    expect(said(conditionValue, condition(`'${value.replaceAll("'", "''")}'`))).toEqual([]);
  });

  it('not what an earlier task may have stored', () => {
    const stored = `_export: {ok: true}\n+s:\n  py>: tasks.run\n${condition('${ok}')}`;
    expect(said(conditionValue, stored)).toEqual([]);
  });
});
