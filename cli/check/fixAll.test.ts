import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkAll } from './checkAll.ts';
import { fixAll } from './fixAll.ts';

it('applies what is safe, and nothing else, however many rounds that takes', () => {
  const top = mkdtempSync(join(tmpdir(), 'digkit-fix-'));
  const path = join(top, 'main.dig');
  // the second fault is seen only when the text can be read; the third has a fix that a person has to choose
  writeFileSync(
    path,
    '\ufeff+a:\r\n  echo>: result: x\r\n+b:\r\n  _disable: yes\r\n  echo>: y\r\n+c:\r\n  ehco>: z\r\n',
  );
  const mended = fixAll(() => checkAll({ files: [path], top }).findings);
  expect(mended).toEqual({ files: new Set([path]), problems: [] });
  expect(readFileSync(path, 'utf8')).toBe(
    "\ufeff+a:\r\n  echo>: 'result: x'\r\n+b:\r\n  _disable: true\r\n  echo>: y\r\n+c:\r\n  ehco>: z\r\n",
  );
  rmSync(top, { recursive: true });
});

it('leaves a file alone that is not UTF-8', () => {
  const top = mkdtempSync(join(tmpdir(), 'digkit-fix-'));
  const path = join(top, 'main.dig');
  const bytes = Buffer.from('# caf\xe9\n+b:\n  _disable: yes\n  echo>: y\n', 'latin1');
  writeFileSync(path, bytes);
  const { files, problems } = fixAll(() => checkAll({ files: [path], top }).findings);
  expect([files.size, problems]).toEqual([0, [expect.stringContaining('not UTF-8')]]);
  expect(readFileSync(path)).toEqual(bytes);
  rmSync(top, { recursive: true });
});

it('tells what it cannot write', () => {
  const gone = join(tmpdir(), 'digkit-no-such-folder', 'main.dig');
  const message = { template: '', args: [] };
  const fix = { title: message, edits: [{ path: gone, start: 0, end: 0, newText: 'x' }], safe: true };
  const finding = { rule: 'x', severity: 'error' as const, path: gone, start: 0, end: 0, message, fixes: [fix] };
  expect(fixAll(() => [finding]).problems).toEqual([expect.stringContaining('could not be mended')]);
});
