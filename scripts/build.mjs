// Builds dist/: the extension, the language server, the command line, and the parts that load only when needed.
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { coreOf } from './coreBundle.mjs';
import { laterTexts } from './laterTexts.mjs';
import { libraryParts, serverLibraryParts } from './libraryParts.mjs';
import { root, setup } from './setup.mjs';

/** Modules that other bundles reach by `await import(…)` only: each becomes a bundle of its own, so that start-up does not pay for it. */
const lazy = {
  checks: 'server/checking/main.ts',
  engine: 'core/expressions/engine/main.ts',
  features: 'server/analysis/main.ts',
  mail: 'runner/mail/main.ts',
  net: 'runner/net/main.ts',
  pg: 'runner/pg/main.ts',
  preview: 'client/features/preview/main.ts',
  run: 'client/features/run/main.ts',
  server: 'server/main.ts',
};

/** What stands on the core: bundles that require it as a sibling, or the package would hold it once for each. */
const onCore = {
  cli: 'cli/bin.ts',
  checks: lazy.checks,
  features: lazy.features,
  preview: lazy.preview,
  run: lazy.run,
};

/** The rest: what nearly nothing of the core is needed for. An editor's start waits for `server` and for `extension`, the client, alone. */
const apart = {
  engine: lazy.engine,
  mail: lazy.mail,
  net: lazy.net,
  pg: lazy.pg,
  server: lazy.server,
};

/** What webviews load: a script for the page, and the style sheet that it imports beside it. */
const webviews = { preview: 'client/webview/preview/main.ts' };

/** Turns `await import('…/runner/net/main.ts')` into a require of the sibling bundle. */
const lazyEntries = {
  name: 'lazy-entries',
  setup(build) {
    const byPath = new Map(Object.entries(lazy).map(([name, file]) => [join(root, file), name]));
    build.onResolve({ filter: /main\.ts$/ }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const name = byPath.get(join(args.resolveDir, args.path));
      return name && { path: `./${name}.js`, external: true };
    });
  },
};

/** CommonJS has no `import.meta`: host/ finds its files beside the bundle by this. */
const moduleUrl = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";

/** Bundles everything into `outdir`; resolves to esbuild's metafiles by bundle name. */
export async function build({ production = false, outdir = join(root, 'dist') } = {}) {
  setup();
  const { build: bundle } = await import('esbuild');
  const options = {
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A sibling bundle is required: Node's loader of modules would take its time to start, and does not see what it exports.
    supported: { 'dynamic-import': false },
    minify: production,
    sourcemap: production ? false : 'linked',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    loader: { '.txt': 'text' },
    banner: { js: moduleUrl },
    define: { 'import.meta.url': 'moduleUrl' },
    metafile: true,
    logLevel: 'warning',
  };
  const later = laterTexts();
  const ofClient = [later.plugin, lazyEntries, ...libraryParts];
  const plugins = [...ofClient, ...serverLibraryParts];
  const metafiles = {};
  const make = async (name, input, more = [], parts = plugins) => {
    const outfile = join(outdir, `${name}.js`);
    rmSync(outfile, { force: true });
    metafiles[name] = (await bundle({ ...options, ...input, outfile, plugins: [...more, ...parts] })).metafile;
  };
  const core = await coreOf({ ...options, plugins });
  for (const [name, file] of Object.entries(onCore))
    await make(name, { entryPoints: [join(root, file)] }, [core.sibling]);
  await make('core', { stdin: core.entry() });
  for (const [name, file] of Object.entries(apart)) await make(name, { entryPoints: [join(root, file)] });
  await make('extension', { entryPoints: [join(root, 'client/extension.ts')] }, [], ofClient);
  later.write(outdir);
  const pages = await bundle({
    entryPoints: Object.fromEntries(Object.entries(webviews).map(([name, file]) => [name, join(root, file)])),
    outdir: join(outdir, 'webview'),
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: production,
    metafile: true,
    logLevel: 'warning',
  });
  metafiles.webview = pages.metafile;
  copyAssets(outdir);
  return metafiles;
}

/** The sandbox's WebAssembly and Digdag's moment are read at run time: they are files, not code of the bundle. */
export function copyAssets(outdir) {
  const require = createRequire(import.meta.url);
  mkdirSync(outdir, { recursive: true });
  const quickjs = dirname(require.resolve('@jitl/quickjs-wasmfile-release-sync/package.json'));
  copyWhole(join(quickjs, 'dist', 'emscripten-module.wasm'), join(outdir, 'quickjs.wasm'));
  copyWhole(
    join(dirname(require.resolve('moment/package.json')), 'min', 'moment.min.js'),
    join(outdir, 'moment.min.js'),
  );
}

/** Who reads the file meanwhile finds it whole: tools that stand beside it may run while another is built. */
function copyWhole(from, to) {
  const fresh = `${to}.${process.pid}`;
  copyFileSync(from, fresh);
  renameSync(fresh, to);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ production: process.argv.includes('--production') });
}
