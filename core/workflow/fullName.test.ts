import { describe, expect, it } from 'vitest';
import { segmentsOf } from './fullName.ts';

describe('segmentsOf', () => {
  it('takes a full name apart', () => {
    expect(segmentsOf('+main')).toEqual(['+main']);
    expect(segmentsOf('+main+a^sub+loop-0+b^error')).toEqual(['+main', '+a', '^sub', '+loop-0', '+b', '^error']);
    expect(segmentsOf('+main^sla^alert')).toEqual(['+main', '^sla', '^alert']);
    expect(segmentsOf('+main^failure-alert')).toEqual(['+main', '^failure-alert']);
    expect(segmentsOf('+a^sub+for-0=v=0=%2B&1=w=1=x')).toEqual(['+a', '^sub', '+for-0=v=0=%2B&1=w=1=x']);
  });

  it('leaves a ^ that is part of a name in it', () => {
    expect(segmentsOf('+main+a^b+c^subject')).toEqual(['+main', '+a^b', '+c^subject']);
  });

  it('knows no task in other texts', () => {
    expect(['', 'main', 'a+b', '^sub x'].map(segmentsOf)).toEqual([[], [], [], []]);
  });
});
