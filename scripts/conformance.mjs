// npm run conformance -- --data DIR: every recorded answer of the real Digdag against ours.
import { tool } from './tool.mjs';

process.exitCode = await tool('test/conformance/main.ts');
