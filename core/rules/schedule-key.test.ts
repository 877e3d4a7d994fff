import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { scheduleKey } from './schedule-key.ts';

describe('schedule-key', () => {
  it('that push refuses', () => {
    const found = said(
      scheduleKey,
      'schedule:\n  daily>: 07:00:00\n  skip_on_overtme: true\n  delay: 5\n+a:\n  echo>: x\n',
    );
    expect(found.map(({ at }) => at).sort()).toEqual(['delay', 'skip_on_overtme']);
    expect(found.flatMap(({ fixed }) => fixed)).toEqual([
      'schedule:\n  daily>: 07:00:00\n  skip_on_overtime: true\n  delay: 5\n+a:\n  echo>: x\n',
    ]);
  });

  it('a second scheduler', () => {
    expect(said(scheduleKey, 'schedule:\n  daily>: 07:00:00\n  hourly>: 30:00\n+a:\n  echo>: x\n')).toMatchObject([
      { at: 'hourly>' },
    ]);
  });

  it('not what Digdag expects', () => {
    expect(said(scheduleKey, 'schedule:\n  daily>: 07:00:00\n  start: 2024-01-01\n+a:\n  echo>: x\n')).toEqual([]);
  });
});
