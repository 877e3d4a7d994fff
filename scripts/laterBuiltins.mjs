// Modules of Node that most runs never use: a bundle's start does not load them, the first use of one of their names does.
import { createRequire } from 'node:module';

const modules = ['child_process', 'crypto', 'fs/promises', 'net', 'readline', 'stream/consumers', 'worker_threads'];

const namespace = 'later-builtin';

/** Gives importers of these modules an object with the same names, each of which loads the module when it is read. */
export const laterBuiltins = {
  name: 'later-builtins',
  setup(build) {
    const require = createRequire(import.meta.url);
    build.onResolve({ filter: new RegExp(`^(?:node:)?(?:${modules.join('|')})$`) }, ({ path, namespace: asker }) => {
      const name = `node:${path.replace(/^node:/, '')}`;
      return asker === namespace ? { path: name, external: true } : { path: name, namespace };
    });
    build.onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: `
        const define = (name) => Object.defineProperty(exports, name, { enumerable: true, get: () => require('${path}')[name] });
        ${JSON.stringify(Object.keys(require(path)))}.forEach(define);`,
    }));
  },
};
