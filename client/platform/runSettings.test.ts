import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../server/settings.ts';
import { readRunSettings } from './runSettings.ts';

describe('settings', () => {
  it('of the server have the defaults that the manifest declares', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [key, value] of Object.entries(defaultSettings)) {
      expect(contributes.configuration.properties[`digkit.${key}`].default, key).toEqual(value);
    }
  });

  it('of the wrong shape count as not set', () => {
    expect(readRunSettings(() => 5)).toEqual({ params: {}, session: undefined, profiles: [] });
    expect(readRunSettings((key) => (key === 'run.session' ? ' daily ' : { a: { b: 1 }, c: [1] }))).toEqual({
      params: { 'a.b': '1' },
      session: 'daily',
      profiles: [],
    });
  });
});
