// Builds dist/: the extension, the language server, the command line, and the parts that load only when needed.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setup } from './setup.mjs';

/** Modules that other bundles reach by `await import(…)` only: each becomes a bundle of its own, so that start-up does not pay for it. */
const lazy = {
  engine: 'core/expressions/engine/main.ts',
  net: 'runner/net/main.ts',
  preview: 'client/features/preview/main.ts',
  server: 'server/main.ts',
};

const entries = { cli: 'cli/bin.ts', ...lazy, extension: 'client/extension.ts' };

/** Turns `await import('…/runner/net/main.ts')` into a require of the sibling bundle. */
function lazyEntries(self) {
  const byPath = new Map(Object.entries(lazy).map(([name, file]) => [join(root, file), name]));
  return {
    name: 'lazy-entries',
    setup(build) {
      build.onResolve({ filter: /main\.ts$/ }, (args) => {
        if (args.kind !== 'dynamic-import') return undefined;
        const name = byPath.get(join(args.resolveDir, args.path));
        return name && name !== self ? { path: `./${name}.js`, external: true } : undefined;
      });
    },
  };
}

/** CommonJS has no `import.meta`: host/ finds its files beside the bundle by this. */
const moduleUrl = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";

/** Bundles everything into `outdir`; resolves to esbuild's metafiles by bundle name. */
export async function build({ production = false, outdir = join(root, 'dist') } = {}) {
  setup();
  const { build: bundle } = await import('esbuild');
  const metafiles = {};
  for (const name of Object.keys(entries)) rmSync(join(outdir, `${name}.js`), { force: true });
  for (const [name, entry] of Object.entries(entries)) {
    const result = await bundle({
      entryPoints: [join(root, entry)],
      outfile: join(outdir, `${name}.js`),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: production,
      sourcemap: production ? false : 'linked',
      external: ['vscode'],
      mainFields: ['module', 'main'],
      loader: { '.txt': 'text' },
      banner: { js: `${name === 'cli' ? '#!/usr/bin/env node\n' : ''}${moduleUrl}` },
      define: { 'import.meta.url': 'moduleUrl' },
      plugins: [lazyEntries(name)],
      metafile: true,
      logLevel: 'warning',
    });
    metafiles[name] = result.metafile;
  }
  copyAssets(outdir);
  return metafiles;
}

/** The sandbox's WebAssembly and Digdag's moment are read at run time: they are files, not code of the bundle. */
export function copyAssets(outdir) {
  const require = createRequire(import.meta.url);
  mkdirSync(outdir, { recursive: true });
  const quickjs = dirname(require.resolve('@jitl/quickjs-wasmfile-release-sync/package.json'));
  copyFileSync(join(quickjs, 'dist', 'emscripten-module.wasm'), join(outdir, 'quickjs.wasm'));
  copyFileSync(
    join(dirname(require.resolve('moment/package.json')), 'min', 'moment.min.js'),
    join(outdir, 'moment.min.js'),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ production: process.argv.includes('--production') });
}
