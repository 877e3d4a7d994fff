import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Evaluator } from '../core/expressions/evaluate.ts';
import { nodeEngineAssets } from './engineAssets.ts';
import { WorkerEngine } from './workerEngine.ts';

/**
 * An evaluator whose JavaScript engine is loaded when an expression first needs it: on a thread of its own where the bundle of the engine stands beside
 * this one; from sources (tests, tools) in this thread.
 */
export function nodeEvaluator(): Evaluator {
  return new Evaluator(async () => {
    const assets = nodeEngineAssets();
    const bundle = join(dirname(fileURLToPath(import.meta.url)), 'engine.js');
    if (existsSync(bundle)) return new WorkerEngine(bundle, assets).start();
    const { createEngine } = await import('../core/expressions/engine/main.ts');
    return createEngine(assets);
  });
}
