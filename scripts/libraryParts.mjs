// What bundles leave out of libraries, because nothing here asks for it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { laterBuiltins } from './laterBuiltins.mjs';
import { root } from './setup.mjs';

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

/** Each type of the protocol has a namespace that makes and checks its values: only those stay that the code of the server or of the library names. */
const protocolTypes = {
  name: 'protocol-types',
  setup(build) {
    build.onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, ({ path }) => ({
      contents: keepNamed(readFileSync(path, 'utf8'), namedInServer()),
    }));
  },
};

function namedInServer() {
  const own = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' });
  const files = own.filter((name) => name.endsWith('.ts')).map((name) => join(root, 'server', name));
  for (const library of ['vscode-languageserver', 'vscode-languageserver-protocol']) {
    const folder = join(root, 'node_modules', library, 'lib');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    files.push(...names.filter((name) => name.endsWith('.js')).map((name) => join(folder, name)));
  }
  const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return new Set([...sources.matchAll(/\b([A-Z]\w+)\.\w/g)].map(([, name]) => name));
}

/** @param code of declarations such as `export var Range; (function (Range) {…})(Range || (Range = {}));`; those that kept ones name stay too */
function keepNamed(code, named) {
  const declaration = /^export var (\w+);\n\(function \(\1\) \{\n[\s\S]*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm;
  const found = new Map([...code.matchAll(declaration)].map((match) => [match[1], match[0]]));
  const rest = code.replace(declaration, '');
  const kept = new Set();
  const keep = (text) => {
    for (const [, name] of text.matchAll(/\b([A-Z]\w+)\.\w/g)) {
      if (!found.has(name) || kept.has(name)) continue;
      kept.add(name);
      keep(found.get(name));
    }
  };
  for (const name of named) keep(`${name}.x`);
  keep(rest);
  return `${[...found]
    .filter(([name]) => kept.has(name))
    .map(([, text]) => text)
    .join('\n')}\n${rest}`;
}

/** For every bundle. */
export const libraryParts = [undiciParts, noMimeTypes, laterBuiltins];

/** For all but the client, whose own library names other types of the protocol. */
export const serverLibraryParts = [serverParts, protocolTypes];
