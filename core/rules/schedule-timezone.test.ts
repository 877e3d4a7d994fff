import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { scheduleTimezone } from './schedule-timezone.ts';

describe('schedule-timezone', () => {
  it('writes the zone that Digdag takes', () => {
    expect(said(scheduleTimezone, 'schedule:\n  daily>: 07:00:00\n+a:\n  echo>: x\n')).toMatchObject([
      { severity: 'hint', fixed: ['timezone: UTC\nschedule:\n  daily>: 07:00:00\n+a:\n  echo>: x\n'] },
    ]);
  });

  it('not where there is one, or where it does not matter', () => {
    expect(said(scheduleTimezone, 'timezone: UTC\nschedule:\n  daily>: 07:00:00\n+a:\n  echo>: x\n')).toEqual([]);
    expect(said(scheduleTimezone, 'schedule:\n  minutes_interval>: 5\n+a:\n  echo>: x\n')).toEqual([]);
  });
});
