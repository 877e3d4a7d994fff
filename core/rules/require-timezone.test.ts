import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { requireTimezone } from './require-timezone.ts';

describe('require-timezone', () => {
  const main = 'timezone: Asia/Tokyo\n+a:\n  require>: child\n';

  it('where the zones differ, also when one is not written', () => {
    expect(said(requireTimezone, { 'main.dig': main, 'child.dig': '+a:\n  echo>: x\n' })).toMatchObject([
      { at: 'child', severity: 'warning' },
    ]);
  });

  it('not where they are the same', () => {
    expect(said(requireTimezone, { 'main.dig': main, 'child.dig': 'timezone: Asia/Tokyo\n+a:\n  echo>: x\n' })).toEqual(
      [],
    );
  });
});
