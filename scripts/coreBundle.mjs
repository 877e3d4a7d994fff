// core.js: what a check of a workflow reaches, once, for all bundles that stand on it.
import { relative, sep } from 'node:path';
import { root } from './setup.mjs';

/** Where a check begins. */
const roots = ['core/check.ts', 'core/checking/changingFile.ts'];

/**
 * Finds the modules of core.js.
 * @param options esbuild's, as the bundles are made with
 * @returns `sibling`: the plugin with which another bundle takes them from core.js instead of holding them; `entry`: once those bundles are made,
 *   what esbuild starts core.js from
 */
export async function coreOf(options) {
  const { build } = await import('esbuild');
  const contents = roots.map((file) => `export * from './${file}';`).join('\n');
  const stdin = { contents, resolveDir: root, sourcefile: 'core.js' };
  const { metafile } = await build({ ...options, stdin, write: false, outfile: 'core.js' });
  const modules = new Set(Object.keys(metafile.inputs).filter((file) => file !== 'core.js'));
  const taken = new Set();
  return {
    sibling: {
      name: 'core-sibling',
      setup(build) {
        build.onResolve({ filter: /./ }, async (args) => {
          if (args.pluginData === 'resolved' || args.kind === 'entry-point' || args.kind === 'dynamic-import')
            return undefined;
          const { kind, importer, resolveDir } = args;
          const { path, external, errors } = await build.resolve(args.path, {
            kind,
            importer,
            resolveDir,
            pluginData: 'resolved',
          });
          const file = relative(root, path).split(sep).join('/');
          if (external || errors.length > 0 || !modules.has(file)) return undefined;
          taken.add(file);
          return { path: file, namespace: 'core' };
        });
        build.onResolve({ filter: /^\.\/core\.js$/, namespace: 'core' }, () => ({ path: './core.js', external: true }));
        build.onLoad({ filter: /./, namespace: 'core' }, ({ path }) => ({
          contents: `module.exports = require('./core.js')[${JSON.stringify(path)}]();`,
        }));
      },
    },
    entry: () => ({
      contents: [...taken].map((file) => `exports[${JSON.stringify(file)}] = () => require('./${file}');`).join('\n'),
      resolveDir: root,
      sourcefile: 'core.js',
    }),
  };
}
