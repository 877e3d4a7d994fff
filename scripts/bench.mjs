// npm run bench -- [name …]: speed as ratios to a floor measured side by side in the same process.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './setup.mjs';
import { bundled, tool } from './tool.mjs';

await build({ production: true, outdir: join(root, 'dist', 'bench') });
await bundled('test/support/previewClient.ts');
process.exitCode = await tool('test/bench/main.ts', { nodeArgs: ['--expose-gc'] });
