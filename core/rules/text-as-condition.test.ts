import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { textAsCondition } from './text-as-condition.ts';

const exported = '_export:\n  p: ${1 == 2}\n  name: ${session_date}\n  flag: false\n';

describe('text-as-condition', () => {
  it('comparisons that became texts', () => {
    const task = '+a:\n  if>: ${p && flag}\n  _do:\n    echo>: x\n';
    expect(said(textAsCondition, exported + task)).toMatchObject([
      { at: 'p', fixed: [exported + task.replace('p &&', "(p == 'true') &&")] },
    ]);
    expect(said(textAsCondition, `${exported}+a:\n  echo>: "\${!p} \${p ? 1 : 2}"\n`)).toHaveLength(2);
  });

  it.each(['${p}', "${p == 'true' && flag}", '${flag && 1}', '${name && 1}', '${this.p && 1}'])('not %s', (value) => {
    expect(said(textAsCondition, `${exported}+a:\n  echo>: ${value}\n`)).toEqual([]);
  });
});
