import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings } from './settings.ts';

interface Declared {
  readonly default: unknown;
  readonly scope: string;
}

const manifest: { contributes: { configuration: { properties: Record<string, Declared> } } } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const { properties } = manifest.contributes.configuration;

describe('settings', () => {
  it('are declared in package.json with the same defaults, per resource', () => {
    for (const [name, value] of Object.entries(defaultSettings)) {
      expect(properties[`digkit.${name}`], name).toMatchObject({ default: value, scope: 'resource' });
    }
  });

  it('count as not set where they have a wrong shape', () => {
    expect(readSettings(null)).toEqual(defaultSettings);
    const sent = {
      diagnostics: { severity: { 'two-operators': 'hint', sla: 'loud' } },
      operators: ['slack', 5],
      target: 'treasure-data',
      codeLens: { enabled: 'no' },
      inlayHints: 'session',
    };
    expect(readSettings(sent)).toEqual({
      ...defaultSettings,
      'diagnostics.severity': { 'two-operators': 'hint' },
      operators: ['slack'],
      target: 'treasure-data',
      inlayHints: 'session',
    });
  });

  it('take the old name of a target', () => {
    expect(readSettings({ target: 'treasure' }).target).toBe('treasure-data');
    expect(readSettings({ target: 'mars' }).target).toBe('digdag');
  });
});
