import { runWorkflow } from '../run.ts';
import type { Engine } from './engine.ts';

/** Digkit's own runner: no Java, no start-up time. */
export const builtInEngine: Engine = { run: runWorkflow };
