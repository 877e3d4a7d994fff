import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Builds what is shipped before the tests of a file, in a folder of its own that goes with them. @returns the folder */
export function builtProgram(options: { readonly production?: boolean } = {}): string {
  const outdir = mkdtempSync(join(tmpdir(), 'digkit-built-'));
  beforeAll(() => {
    // in a process of its own: the builder's threads do not outlive it
    const script = `import { build } from './scripts/build.mjs'; await build(${JSON.stringify({ ...options, outdir })});`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  }, 120_000);
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));
  return outdir;
}
