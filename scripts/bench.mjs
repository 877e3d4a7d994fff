// npm run bench -- [name …]: speed as ratios to a floor measured side by side in the same process.
import { tool } from './tool.mjs';

process.exitCode = await tool('test/bench/main.ts', { nodeArgs: ['--expose-gc'] });
