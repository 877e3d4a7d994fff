// What the end-to-end tests need of the machine beyond Node and npm.
import { spawnSync } from 'node:child_process';
import { isPrepared } from './vscode.mjs';

const apt = 'apt-get install -y --no-install-recommends';
const compilers = ['g++', 'c++', 'clang++'];

/** The first of Chromium's usual names that is on PATH; CHROMIUM names another one. */
export function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].find(runs);
}

/** What is not there, and the command that installs it on Debian. The toolchain is needed once, to prepare VS Code. */
export function missing() {
  const lacks = [];
  if (process.platform !== 'linux') lacks.push({ what: 'Linux', install: 'docker run -it node:20-bookworm' });
  if (!chromium()) lacks.push({ what: 'Chromium', install: `${apt} chromium` });
  if (isPrepared()) return lacks;
  if (!compilers.some(runs) || !runs('make'))
    lacks.push({ what: 'a C++ toolchain', install: `${apt} build-essential` });
  if (!runs('python3')) lacks.push({ what: 'python3', install: `${apt} python3` });
  return lacks;
}

function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
