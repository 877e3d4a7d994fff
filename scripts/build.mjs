// Builds dist/: the extension, the language server, the command line, and the parts that load only when needed.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setup } from './setup.mjs';

/** Modules that other bundles reach by `await import(…)` only: each becomes a bundle of its own, so that start-up does not pay for it. */
const lazy = {
  analysis: 'server/analysis/main.ts',
  engine: 'core/expressions/engine/main.ts',
  mail: 'runner/mail/main.ts',
  net: 'runner/net/main.ts',
  pg: 'runner/pg/main.ts',
  preview: 'client/features/preview/main.ts',
  run: 'client/features/run/main.ts',
  server: 'server/main.ts',
};

/**
 * Faces that share nearly all of the core: one bundle holds them together, and the core once, or the package would be a third larger.
 * A face runs only its own modules. `dist/<name>.js` is the way into each.
 */
const faces = {
  cli: { entry: 'cli/bin.ts', start: "#!/usr/bin/env node\nrequire('./digkit.js').cli();\n" },
  analysis: { entry: lazy.analysis, start: "module.exports = require('./digkit.js').analysis();\n" },
  preview: { entry: lazy.preview, start: "module.exports = require('./digkit.js').preview();\n" },
  run: { entry: lazy.run, start: "module.exports = require('./digkit.js').run();\n" },
};

/** What esbuild starts each bundle from. */
const bundles = {
  digkit: {
    stdin: {
      contents: Object.entries(faces)
        .map(([name, { entry }]) => `exports.${name} = () => require('./${entry}');`)
        .join('\n'),
      resolveDir: root,
      sourcefile: 'digkit.js',
    },
  },
  engine: { entryPoints: [join(root, lazy.engine)] },
  mail: { entryPoints: [join(root, lazy.mail)] },
  net: { entryPoints: [join(root, lazy.net)] },
  pg: { entryPoints: [join(root, lazy.pg)] },
  // Apart from the core, which it loads as `analysis`: an editor's start waits for this bundle alone.
  server: { entryPoints: [join(root, lazy.server)] },
  extension: { entryPoints: [join(root, 'client/extension.ts')] },
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

/** undici's index brings fetch, WebSockets, caches and mocks as well, two thirds of its size: undiciParts.cjs names what sending needs. */
const undiciParts = {
  name: 'undici-parts',
  setup(build) {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: join(root, 'scripts', 'undiciParts.cjs') }));
  },
};

/** Attachments have the type that their task says: nodemailer's table of all types would be half of the bundle. */
const noMimeTypes = {
  name: 'no-mime-types',
  setup(build) {
    const contents =
      "export const detectMimeType = () => 'application/octet-stream'; export const detectExtension = () => 'bin';";
    build.onLoad({ filter: /nodemailer.dist.\w+.mime-funcs.mime-types\.js$/ }, () => ({ contents }));
  },
};

/** The server's library brings ways to find node modules for a workspace, which nothing here calls. */
const serverParts = {
  name: 'server-parts',
  setup(build) {
    const filter = /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/;
    build.onLoad({ filter }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Bundles everything into `outdir`; resolves to esbuild's metafiles by bundle name. */
export async function build({ production = false, outdir = join(root, 'dist') } = {}) {
  setup();
  const { build: bundle } = await import('esbuild');
  const metafiles = {};
  for (const name of Object.keys({ ...bundles, ...faces })) rmSync(join(outdir, `${name}.js`), { force: true });
  for (const [name, input] of Object.entries(bundles)) {
    const result = await bundle({
      ...input,
      outfile: join(outdir, `${name}.js`),
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
      plugins: [lazyEntries, undiciParts, serverParts, noMimeTypes],
      metafile: true,
      logLevel: 'warning',
    });
    metafiles[name] = result.metafile;
  }
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
  for (const [name, { start }] of Object.entries(faces)) writeFileSync(join(outdir, `${name}.js`), start);
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
