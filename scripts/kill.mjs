// npm run kill -- [--rounds 200]: the program as it is shipped, killed at any point, resumes.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './setup.mjs';
import { tool } from './tool.mjs';

await build({ production: true, outdir: join(root, 'dist', 'process') });
process.exitCode = await tool('test/kill/main.ts');
