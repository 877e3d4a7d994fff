// npm run conformance -- --data DIR: every recorded answer of the real Digdag against ours. --process: runs by the program as it is shipped.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './setup.mjs';
import { tool } from './tool.mjs';

if (process.argv.includes('--process')) await build({ production: true, outdir: join(root, 'dist', 'process') });
process.exitCode = await tool('test/conformance/main.ts');
