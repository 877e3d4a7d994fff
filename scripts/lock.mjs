// Completes package-lock.json with the optional packages for other platforms that a registry mirror did not offer.
// `npm install` leaves those out, and `npm ci` then refuses the lock file everywhere. Run it after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path]) continue;
    const os = systems.find((system) => name.includes(`-${system}-`));
    const cpu = processors.find((processor) => name.includes(`-${processor}`));
    if (!os || !cpu) throw new Error(`For which platform is ${name}?`);
    lock.packages[path] = { version, cpu: [cpu], ...(entry.dev && { dev: true }), optional: true, os: [os] };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
