// npm run package: dist/ for production and digkit-<version>.vsix, held under its size limit.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { notices } from './notices.mjs';
import { root } from './setup.mjs';

const require = createRequire(import.meta.url);

/** Bytes. A bundle that grows past its limit slows every start: find out why before raising one. */
const limits = {
  vsix: 1_200_000,
  'extension.js': 600_000,
  'core.js': 450_000,
  'server.js': 250_000,
  'cli.js': 350_000,
};

/** Builds and packs the extension; resolves to the .vsix file's path. Throws when vsce refuses it or it is too large. */
export async function pack() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const metafiles = await build({ production: true });
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), notices(metafiles));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, `digkit-${version}.vsix`);
  const vsce = join(dirname(require.resolve('@vscode/vsce/package.json')), 'vsce');
  const args = [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', file];
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DIGKIT_BUILT: '1' },
  });
  if (done.status !== 0) throw new Error('vsce could not package the extension');
  checkFiles(vsce);
  checkStart(join(root, 'dist', 'extension.js'));
  checkSize('vsix', file);
  for (const bundle of Object.keys(limits).filter((name) => name !== 'vsix'))
    checkSize(bundle, join(root, 'dist', bundle));
  return file;
}

function checkSize(name, file) {
  const { size } = statSync(file);
  console.log(`${name}: ${size} bytes (limit ${limits[name]})`);
  if (size > limits[name]) throw new Error(`${file} has ${size} bytes; the limit is ${limits[name]}`);
}

/** VS Code loads the client's bundle before anything else: one that fails there leaves its user without a word. `vscode` itself is a stand-in. */
function checkStart(bundle) {
  const anything = `new Proxy(function () {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : vscode),
    apply: () => vscode, construct: () => vscode })`;
  const code = `const Module = require('node:module'); const load = Module._load; const vscode = ${anything};
    Module._load = (name, ...more) => (name === 'vscode' ? vscode : load(name, ...more));
    if (typeof require(${JSON.stringify(bundle)}).activate !== 'function') throw new Error('no activate');`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', timeout: 60_000 });
  if (status !== 0) throw new Error(`${bundle} does not start: ${stderr}`);
}

/** The package holds exactly the files that .vscodeignore allows by name: a missing one would only show in a user's editor. */
function checkFiles(vsce) {
  const allowed = readFileSync(join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  const expected = allowed.map((line) => line.slice(1)).sort();
  const listed = spawnSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
  const packed = listed.stdout
    .split('\n')
    .filter((line) => line !== '')
    .sort();
  const missing = expected.filter((name) => !packed.includes(name));
  const extra = packed.filter((name) => !expected.includes(name));
  if (missing.length > 0 || extra.length > 0) {
    throw new Error(
      `The package's files differ from .vscodeignore: missing ${missing.join(' ') || '-'}, extra ${extra.join(' ') || '-'}`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await pack().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
