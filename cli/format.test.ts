import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { printedByTests } from '../test/support/printed.ts';
import { main } from './main.ts';

printedByTests();
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digkit-format-'));
  path = join(folder, 'main.dig');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('tells with --check, and formats without', async () => {
  writeFileSync(path, '+a:\n    echo>:  x');
  expect(await main(['format', '--check', folder])).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe('+a:\n    echo>:  x');
  expect(await main(['format', folder])).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe('+a:\n  echo>: x\n');
  expect(await main(['format', '--check', folder])).toBe(0);
});

it('leaves what Digdag refuses and what is no UTF-8', async () => {
  writeFileSync(path, 'a:   [1\n');
  expect(await main(['format', path])).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('a:   [1\n');
  const bytes = Buffer.from([97, 58, 32, 32, 255, 10]);
  writeFileSync(path, bytes);
  expect(await main(['format', path])).toBe(2);
  expect(readFileSync(path)).toEqual(bytes);
});
