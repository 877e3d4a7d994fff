import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { dollarAngle } from './dollar-angle.ts';

describe('dollar-angle', () => {
  it('names in angle brackets, each on its own', () => {
    expect(said(dollarAngle, '+a:\n  echo>: $<a> and $<td.db>\n')).toMatchObject([
      { at: '$<a>', fixed: ['+a:\n  echo>: ${a} and $<td.db>\n'] },
      { at: '$<td.db>', message: 'Digdag prints $<td.db> as it is. A variable is written ${td.db}.' },
    ]);
    expect(said(dollarAngle, '+a:\n  sh>: |\n    echo $<a>\n    echo $<a>\n').map(({ fixed }) => fixed)).toEqual([
      ['+a:\n  sh>: |\n    echo ${a}\n    echo $<a>\n'],
      ['+a:\n  sh>: |\n    echo $<a>\n    echo ${a}\n'],
    ]);
  });

  it.each(['cmd $<file', 'diff $<(a) $<(b)', 'cat $< >out', '${"$<a>"}', '$<1>', '<a>'])('not %s', (value) => {
    expect(said(dollarAngle, `+a:\n  sh>: ${value}\n`)).toEqual([]);
  });
});
