// npm start: the main job on the example, live in this terminal. npm start -- --open opens it in VS Code as well.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './setup.mjs';

const example = join(root, 'examples', 'web-powered');
const editors = ['code', 'codium', 'cursor', 'code-insiders', 'windsurf', 'positron'];
const port = 8321;

await build();
const service = await startService();
try {
  await digkit('What Digdag would say of the project', ['check', '.']);
  await digkit('What the http_call> endpoint returns', ['preview', 'main.dig', '--yes']);
  await digkit('The run, up to the callback', ['run', 'main.dig']);
} finally {
  service.kill();
}
if (process.argv.includes('--open')) openEditor();
else
  console.log(
    `\nTo see the same in VS Code:  npm start -- --open\n(or open ${example} after installing the .vsix that \`npm run package\` makes)`,
  );

/** Starts the example's service and resolves when it listens; its lines appear between the commands' own. */
async function startService() {
  if (await listens()) {
    console.error(`Port ${port} is in use: end what listens there, then call npm start again.`);
    process.exit(1);
  }
  const child = spawn(process.execPath, ['service.mjs'], { cwd: example, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', (chunk) => process.stdout.write(chunk));
  process.on('exit', () => child.kill());
  const ended = once(child, 'exit').then(() => {
    throw new Error("The example's service ended at once");
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => {});
  return child;
}

function listens() {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Runs one digkit command in the example's folder; ends this process where it fails. */
async function digkit(title, args) {
  console.log(`\n── ${title}\n$ digkit ${args.join(' ')}`);
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), ...args], { cwd: example, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code === 0) return;
  console.error(`digkit ${args[0]} ended with exit code ${code}`);
  service.kill();
  process.exit(1);
}

/** Opens the example in the first editor of the VS Code family that is on PATH, with this checkout as the extension. */
function openEditor() {
  for (const editor of editors) {
    const args = [`--extensionDevelopmentPath=${root}`, example, join(example, 'main.dig')];
    const done = spawnSync(editor, args, { stdio: 'ignore', shell: process.platform === 'win32' });
    if (!done.error && done.status === 0) {
      console.log(`\nOpened ${example} in ${editor}. Start the service there: node service.mjs`);
      return;
    }
  }
  console.error(`\nNo editor of the VS Code family is on PATH (${editors.join(', ')}).`);
  process.exitCode = 1;
}
