import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { dateArithmetic } from './date-arithmetic.ts';

describe('date-arithmetic', () => {
  it('seconds given to moment, and texts to minus', () => {
    expect(said(dateArithmetic, '+a:\n  echo>: ${moment(session_unixtime).format()}\n')).toMatchObject([
      {
        at: '${moment(session_unixtime).format()}',
        fixed: ['+a:\n  echo>: ${moment.unix(session_unixtime).format()}\n'],
      },
    ]);
    expect(said(dateArithmetic, '+a:\n  echo>: ${session_date - 1}\n')).toHaveLength(1);
    expect(said(dateArithmetic, '+a:\n  echo>: ${session_date + 1}\n')).toMatchObject([
      { fixed: ["+a:\n  echo>: ${moment(session_date).add(1, 'days').format('YYYY-MM-DD')}\n"] },
    ]);
    expect(said(dateArithmetic, '+a:\n  echo>: ${moment(session_time).tz("Asia/Tokyo")}\n')).toHaveLength(1);
  });

  it.each([
    '${session_unixtime - 3600}',
    '${moment(session_unixtime * 1000)}',
    '${moment(session_time)}',
    '${session_date + "_1"}',
    '${session_unixtime + 1}',
    '${x.session_date - 1}',
  ])('not %s', (value) => expect(said(dateArithmetic, `+a:\n  echo>: ${value}\n`)).toEqual([]));
});
