import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { schedule } from './schedule.ts';

describe('schedule', () => {
  it.each([
    ['daily>: 07:00', '07:00', 'daily>: 07:00:00'],
    ['monthly>: "1,09:00"', '"1,09:00"', "monthly>: '1,09:00:00'"],
    ['dayly>: 07:00:00', 'dayly>', 'daily>: 07:00:00'],
    ['daily: 07:00:00', '{daily: 07:00:00}', 'daily>: 07:00:00'],
  ])('%s, and mends it', (written, at, mended) => {
    expect(said(schedule, flow(written))).toMatchObject([{ at, fixed: [flow(mended)] }]);
  });

  it.each([
    ['cron>: 0 24 * * *', '0 24 * * *'],
    ['cron>: 0 0 30 2 *', '0 0 30 2 *'],
    ['daily>: 07:00:00, start: soon', 'soon'],
    ['daily>: 07:00:00, skip_delayed_by: 3', '3'],
    ['daily>: 07:00:00, skip_on_overtime: yes', 'yes'],
  ])('%s', (written, at) => {
    expect(said(schedule, flow(written))).toMatchObject([{ at, severity: 'error' }]);
  });

  it.each([
    'daily>: 07:00:00, start: 2024-01-01, end: 2024-12-31',
    'cron>: 0 0 * * mon-fri, skip_delayed_by: 1h 30m',
    'minutes_interval>: 5',
  ])('not %s', (written) => {
    expect(said(schedule, flow(written))).toEqual([]);
  });

  function flow(written: string): string {
    return `schedule: {${written}}\n+a:\n  echo>: x\n`;
  }
});
