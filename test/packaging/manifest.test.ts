import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engineSettingKeys } from '../../client/platform/engineSettings.ts';
import { networkSettingKey } from '../../client/platform/networkSettingKey.ts';
import { runSettingKeys } from '../../client/platform/runSettings.ts';
import { rules } from '../../core/rules/registry.ts';
import { defaultSettings } from '../../server/settings.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;

function sources(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

it('declares exactly the commands that the code names', () => {
  const named = `${sources('client')}\n${readFileSync('server/protocol.ts', 'utf8')}`.matchAll(
    /'(digdag\.[a-zA-Z]+)'/g,
  );
  const declared = contributes.commands.map(({ command }: { command: string }) => command);
  expect([...new Set([...named].map(([, id]) => id))].sort()).toEqual([...declared].sort());
});

it('declares exactly the settings that the code reads', () => {
  const read = [
    ...Object.keys(defaultSettings),
    ...runSettingKeys,
    ...engineSettingKeys,
    networkSettingKey,
    'trace.server',
  ].map((key) => `digkit.${key}`);
  expect(Object.keys(contributes.configuration.properties).sort()).toEqual(read.sort());
});

it('gives each setting a scope and a description', () => {
  for (const [key, setting] of Object.entries<Record<string, unknown>>(contributes.configuration.properties)) {
    expect(setting.scope, key).toBeTypeOf('string');
    expect(setting.markdownDescription ?? setting.description, key).toMatch(/^%.+%$/);
  }
});

it('offers the severity of every rule', () => {
  const { properties, propertyNames } = contributes.configuration.properties['digkit.diagnostics.severity'];
  const offered = properties ? Object.keys(properties) : propertyNames?.enum;
  expect([...(offered ?? [])].sort()).toEqual(rules.map(({ id }) => id).sort());
});

it('names files that exist and that the package holds', () => {
  const packed = readFileSync('.vscodeignore', 'utf8').split('\n');
  const named = JSON.stringify({ ...contributes, icon: manifest.icon }).matchAll(
    /"(?:\.\/)?((?:client|syntaxes|schemas|l10n|media)\/[^"]+)"/g,
  );
  for (const [, file = ''] of named) {
    expect(existsSync(file), file).toBe(true);
    expect(packed, file).toContain(`!${file}`);
  }
});

it('packs the page of every rule, which its findings lead to', () => {
  const packed = readFileSync('.vscodeignore', 'utf8').split('\n');
  for (const { id } of rules) expect(packed).toContain(`!docs/rules/${id}.md`);
});
