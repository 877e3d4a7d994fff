import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { octalNumber } from './octal-number.ts';

describe('octal-number', () => {
  it('numbers that lose their zero', () => {
    expect(said(octalNumber, '_export:\n  day: 010\n')).toMatchObject([
      {
        at: '010',
        message: 'Digdag reads 010 as the number 8.',
        fixed: ["_export:\n  day: '010'\n", '_export:\n  day: 10\n'],
      },
    ]);
  });

  it.each(['08', '0', "'010'", '0.5', '0x10', '10', 'a010', '2024-01-02'])('not %s', (value) => {
    expect(said(octalNumber, `_export:\n  day: ${value}\n`)).toEqual([]);
  });
});

it('takes a map with more entries than a call takes arguments', () => {
  expect(said(octalNumber, `_export:\n${'  k: 1\n'.repeat(150_000)}`)).toEqual([]);
});
