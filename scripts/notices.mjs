// The licences of what the bundles hold, from the packages themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Shipped as files, so that no bundle's metafile names them. */
const assets = ['@jitl/quickjs-wasmfile-release-sync', 'moment'];
const compatible = /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|MIT-0)$/;

/** The notices of every package that `metafiles` (esbuild's) name. Throws where a licence does not fit Apache-2.0. */
export function notices(metafiles) {
  const names = new Set(assets);
  for (const { inputs } of Object.values(metafiles)) {
    for (const input of Object.keys(inputs)) {
      const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (found) names.add(found[1]);
    }
  }
  return [...names]
    .sort()
    .map(notice)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(name) {
  const folder = join(root, 'node_modules', name);
  const { license, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!compatible.test(license)) throw new Error(`${name} has the licence ${license}, which was not looked at`);
  const file = existsSync(folder) && readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '(the package holds no licence text)';
  return `${name} ${version} (${license})\n\n${text}\n`;
}
