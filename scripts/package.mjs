// npm run package: dist/ for production and digkit-<version>.vsix, held under its size limit.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './setup.mjs';

const largest = 1_000_000;

/** Builds and packs the extension; resolves to the .vsix file's path. Throws when vsce refuses it or it is too large. */
export async function pack() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({ production: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, `digkit-${version}.vsix`);
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [vsce, 'package', '--no-dependencies', '--skip-license', '--out', file];
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DIGKIT_BUILT: '1' },
  });
  if (done.status !== 0) throw new Error('vsce could not package the extension');
  const { size } = statSync(file);
  if (size > largest) throw new Error(`${file} has ${size} bytes; the limit is ${largest}`);
  console.log(`${file}: ${size} bytes`);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await pack();
