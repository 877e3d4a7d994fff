// Bundles one TypeScript tool of test/ (conformance, bench, fuzz, e2e) and runs it with this process's arguments.
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

/** Runs `entry` (below the root) and resolves to its exit code. */
export async function tool(entry, { args = process.argv.slice(2), nodeArgs = [] } = {}) {
  const outfile = await bundled(entry);
  const done = spawnSync(process.execPath, ['--enable-source-maps', ...nodeArgs, outfile, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return done.status ?? 1;
}

/** Bundles `entry` (below the root) into one file that node runs; resolves to its path. */
export async function bundled(entry) {
  setup();
  const { build } = await import('esbuild');
  const { copyAssets } = await import('./build.mjs');
  const outfile = join(root, 'dist', 'tools', `${entry.replaceAll('/', '-').replace(/\.ts$/, '')}.mjs`);
  const fresh = `${outfile}.${process.pid}`;
  await build({
    entryPoints: [join(root, entry)],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  // In one go: another process may start the same tool now.
  renameSync(fresh, outfile);
  copyAssets(join(root, 'dist'));
  return outfile;
}
