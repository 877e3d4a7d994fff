// A real VS Code for the end-to-end tests, from the npm registry alone: `code-server` carries VS Code's own server and browser workbench.
//
//   node scripts/vscode.mjs     prepares it (about 3 minutes, once) and prints its folder
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const version = '1.100.3';
const wrapper = 'code-server@4.100.3';
const nativeModules = ['node-pty', '@vscode/spdlog', 'native-watchdog'];
const stamp = 'prepared.json';

/** Native modules fit the Node that they were built with. */
const built = { wrapper, node: process.versions.modules, platform: `${process.platform}-${process.arch}` };

/** Where VS Code is kept between runs: outside of the tree. */
export function vscodeDirectory() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'digkit', `vscode-${version}`);
}

/** The server's main script in a prepared folder. */
export function serverMain(directory) {
  return join(directory, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
}

/** Prepares VS Code unless that is done. The work goes on in a folder of its own and is renamed at the end: an interrupted one leaves nothing behind that looks whole. */
export function prepareVscode(log = console.error) {
  const directory = vscodeDirectory();
  if (isPrepared(directory)) return directory;
  log(`Preparing VS Code ${version} in ${directory} (about 3 minutes, once) …`);
  removeAbandoned(directory);
  const partial = `${directory}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{"private":true}\n');
  npm(partial, ['install', '--ignore-scripts', '--no-save', wrapper]);
  const vscode = join(partial, 'node_modules', 'code-server', 'lib', 'vscode');
  npm(vscode, ['install', '--omit=dev', '--ignore-scripts']);
  npm(join(vscode, 'extensions'), ['install', '--omit=dev', '--ignore-scripts']);
  const rebuilt = npm(vscode, ['rebuild', ...nativeModules, '--build-from-source'], { mayFail: true });
  const missing = nativeModules.filter((name) => !hasBinary(join(vscode, 'node_modules', name)));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} could not be built:\n${rebuilt}`);
  writeFileSync(join(partial, stamp), JSON.stringify(built));
  rmSync(directory, { recursive: true, force: true });
  renameSync(partial, directory);
  return directory;
}

export function isPrepared(directory = vscodeDirectory()) {
  const file = join(directory, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === JSON.stringify(built);
}

/** What interrupted preparations left; those that still go on in another process are kept. */
function removeAbandoned(directory) {
  if (!existsSync(dirname(directory))) return;
  for (const name of readdirSync(dirname(directory))) {
    const found = /^vscode-.*\.partial-(\d+)$/.exec(name);
    if (found && !isAlive(Number(found[1]))) rmSync(join(dirname(directory), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** node-pty's own post-install step fails although its binary was made: the binary counts, not npm's exit code. */
function hasBinary(folder) {
  const release = join(folder, 'build', 'Release');
  return existsSync(release) && readdirSync(release).some((name) => name.endsWith('.node'));
}

/** Node's own headers where they are installed beside it, so that node-gyp need not download them. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
}

function npm(cwd, args, { mayFail = false } = {}) {
  const env = { ...process.env, ...headers(), PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`;
  if (done.status !== 0 && !mayFail) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${output}`);
  return output;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(prepareVscode());
