import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { scheduleVariable } from './schedule-variable.ts';

describe('schedule-variable', () => {
  it('sessions around one without a schedule', () => {
    expect(said(scheduleVariable, '+a:\n  echo>: ${last_session_time}\n')).toMatchObject([
      { at: '${last_session_time}' },
    ]);
  });

  it('not with a schedule, in called files, or with a definition', () => {
    expect(said(scheduleVariable, 'schedule:\n  daily>: 00:00:00\n+a:\n  echo>: ${last_session_time}\n')).toEqual([]);
    expect(said(scheduleVariable, '_export:\n  last_session_time: x\n+a:\n  echo>: ${last_session_time}\n')).toEqual(
      [],
    );
    expect(said(scheduleVariable, '+a:\n  echo>: ${last_executed_session_time}\n')).toEqual([]);
    const called = { 'main.dig': '+a:\n  call>: sub.dig\n', 'sub.dig': '+a:\n  echo>: ${last_session_time}\n' };
    expect(said(scheduleVariable, called, 'sub.dig')).toEqual([]);
  });
});
