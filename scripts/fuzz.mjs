// npm run fuzz -- [--inputs 1000000] [--seed 1] [--short]: no text may throw, hang or point outside of itself.
import { tool } from './tool.mjs';

process.exitCode = await tool('test/fuzz/main.ts');
