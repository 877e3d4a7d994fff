import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { scheduleTime } from './schedule-time.ts';

describe('schedule-time', () => {
  it.each([
    'daily>: 25:00:00',
    'daily>: 07:60:00',
    'hourly>: 60:00',
    'minutes_interval>: 45',
    'minutes_interval>: 90',
    'weekly>: Mon,24:00:00',
  ])('%s', (written) => {
    expect(said(scheduleTime, `schedule:\n  ${written}\n+a:\n  echo>: x\n`)).toHaveLength(1);
  });

  it('a zone in which schedules do not count', () => {
    expect(said(scheduleTime, 'timezone: UTC+9\nschedule:\n  daily>: 07:00:00\n+a:\n  echo>: x\n')).toMatchObject([
      { at: 'UTC+9', message: 'Schedules count in UTC in this time zone: write +09:00 instead.' },
    ]);
  });

  it.each([
    'daily>: 23:59:59',
    'hourly>: 59:59',
    'minutes_interval>: 15',
    'minutes_interval>: 60',
    'cron>: 0 0 * * *',
    'monthly>: 1,07:00:00',
  ])('not %s', (written) => {
    expect(said(scheduleTime, `timezone: Asia/Tokyo\nschedule:\n  ${written}\n+a:\n  echo>: x\n`)).toEqual([]);
  });
});
