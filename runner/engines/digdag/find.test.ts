import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findDigdag } from './find.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'digkit-home-'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

function put(name: string, content: string | Buffer = '#!/bin/sh\n'): string {
  const path = join(home, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, 0o755);
  return path;
}

it.skipIf(process.platform === 'win32')(
  'is the one that is named, else the first of PATH, else the one of a usual place',
  () => {
    const usual = put('.td/digdag/digdag');
    expect(findDigdag(undefined, { PATH: '/nowhere' }).path).toBe(usual);
    const inPath = put('opt/digdag');
    expect(findDigdag('', { PATH: `/nowhere:${join(home, 'opt')}` }).path).toBe(inPath);
    put('own/my-digdag');
    expect(findDigdag('~/own/my-digdag', { PATH: join(home, 'opt') }).path).toBe('~/own/my-digdag'.replace('~', home));
  },
);

it.skipIf(process.platform === 'win32')("is known as Digdag's own file by the zip behind its start script", () => {
  const end = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
  put('bin/digdag', Buffer.concat([Buffer.from('#!/bin/sh\nexec java -jar "$0"\n'), end]));
  expect(findDigdag(undefined, { PATH: join(home, 'bin') }).jar).toBe(true);
  put('bin/digdag');
  expect(findDigdag(undefined, { PATH: join(home, 'bin') }).jar).toBe(false);
});
