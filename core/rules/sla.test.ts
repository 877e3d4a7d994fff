import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { sla } from './sla.ts';

describe('sla', () => {
  it.each(['{time: 14}', '{time: 14:00, duration: 01:00}', '{duration: 5m}'])('%s', (written) => {
    expect(said(sla, `sla: ${written}\n+a:\n  echo>: x\n`)).toHaveLength(1);
  });

  it('not a time or a duration', () => {
    expect(said(sla, "sla: {time: '14:00'}\n+a:\n  echo>: x\n")).toEqual([]);
    expect(said(sla, "sla: {duration: '00:05:00', +n: {echo>: x}}\n+a:\n  echo>: x\n")).toEqual([]);
  });
});
