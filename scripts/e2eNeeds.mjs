// What the end-to-end tests need of the machine beyond Node and npm.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isPrepared } from './vscode.mjs';

const apt = 'apt-get install -y --no-install-recommends';

/** The path of the first of Chromium's usual names that is on PATH; CHROMIUM names another one. */
export function chromium() {
  return process.env.CHROMIUM || firstOf('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/** What is not there, and the command that installs it on Debian. The toolchain is needed once, to prepare VS Code. */
export function missing() {
  const lacks = [];
  if (process.platform !== 'linux') lacks.push({ what: 'Linux', install: 'docker run -it node:20-bookworm' });
  if (!chromium()) lacks.push({ what: 'Chromium', install: `${apt} chromium` });
  if (isPrepared()) return lacks;
  if (!firstOf('g++', 'c++', 'clang++') || !firstOf('make'))
    lacks.push({ what: 'a C++ toolchain', install: `${apt} build-essential` });
  if (!firstOf('python3')) lacks.push({ what: 'python3', install: `${apt} python3` });
  return lacks;
}

function firstOf(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
