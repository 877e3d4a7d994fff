import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFileSystem } from './nodeFileSystem.ts';

it.skipIf(process.platform === 'win32')('never waits for what is no regular file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-files-'));
  const path = (name: string): string => join(directory, name);
  writeFileSync(path('real.dig'), 'text');
  symlinkSync('real.dig', path('linked.dig'));
  symlinkSync('/dev/zero', path('endless.dig'));
  symlinkSync('loop.dig', path('loop.dig'));
  execFileSync('mkfifo', [path('pipe.dig')]);
  expect(['real', 'linked', 'endless', 'loop', 'pipe'].map((name) => nodeFileSystem.read(path(`${name}.dig`)))).toEqual(
    [{ text: 'text' }, { text: 'text' }, undefined, undefined, undefined],
  );
  rmSync(directory, { recursive: true });
});
