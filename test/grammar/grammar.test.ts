import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const tester = join(dirname(require.resolve('vscode-tmgrammar-test/package.json')), 'dist/unit.js');
const fixtures = readdirSync('test/grammar').filter((name) => name.endsWith('.dig'));

it.each(fixtures)('the grammar colours %s as its comments say', (name) => {
  const args = [
    tester,
    '-g',
    'syntaxes/digdag.tmLanguage.json',
    '--config',
    'package.json',
    join('test/grammar', name),
  ];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toMatch(/run successful/);
});
