import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const tester = join(dirname(require.resolve('vscode-tmgrammar-test/package.json')), 'dist/unit.js');
const fixtures = readdirSync('test/grammar').filter((name) => name.endsWith('.dig'));

it.each(fixtures)('the grammar colours %s as its comments say', (name) => {
  expect(tested(join('test/grammar', name))).toMatch(/run successful/);
});

it('colours lines that end in \\r\\n the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'digkit-grammar-'));
  try {
    for (const name of fixtures) {
      const text = readFileSync(join('test/grammar', name), 'utf8').replace(/\r?\n/g, '\r\n');
      writeFileSync(join(folder, name), text);
      expect(tested(join(folder, name)), name).toMatch(/run successful/);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function tested(path: string): string {
  const args = [tester, '-g', 'syntaxes/digdag.tmLanguage.json', '--config', 'package.json', path];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}
