// npm run e2e [-- SCENARIO …] [--vsix FILE]: the packaged extension in a real VS Code, driven by Chromium. Screenshots: test/e2e/artefacts/.
//
// Takes digkit-<version>.vsix as `npm run package` left it, and packs it where there is none.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, missing } from './e2eNeeds.mjs';
import { root, setup } from './setup.mjs';
import { tool } from './tool.mjs';
import { prepareVscode, serverMain } from './vscode.mjs';

setup();
process.exitCode = await e2e(process.argv.slice(2));

async function e2e(args) {
  const lacks = missing();
  if (lacks.length > 0) return skip(lacks);
  const at = args.indexOf('--vsix');
  const [, given] = at < 0 ? [] : args.splice(at, 2);
  const vsix = given ?? (await packed());
  if (!existsSync(vsix)) {
    console.error(`${vsix} does not exist.`);
    return 2;
  }
  console.log(`Testing ${vsix}, packed ${statSync(vsix).mtime.toISOString()}`);
  const editor = serverMain(prepareVscode());
  return tool('test/e2e/main.ts', { args: ['--vsix', vsix, '--editor', editor, '--chromium', chromium(), ...args] });
}

async function packed() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, `digkit-${version}.vsix`);
  if (existsSync(file)) return file;
  const { pack } = await import('./package.mjs');
  return pack();
}

/** In CI nothing may be left out without a word; elsewhere a machine without a browser is no fault of the code. */
function skip(lacks) {
  for (const { what, install } of lacks) console.log(`The end-to-end tests need ${what}. Install it with:  ${install}`);
  const failed = process.env.CI === 'true';
  console.log(failed ? '0 passed, 1 failed' : '0 passed, 0 failed, 1 skipped');
  return failed ? 1 : 0;
}
