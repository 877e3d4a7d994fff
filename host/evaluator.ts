import { Evaluator } from '../core/expressions/evaluate.ts';
import { nodeEngineAssets } from './engineAssets.ts';

/** An evaluator whose JavaScript engine is loaded, as a bundle of its own, when an expression first needs it. */
export function nodeEvaluator(): Evaluator {
  return new Evaluator(async () => {
    const { createEngine } = await import('../core/expressions/engine/main.ts');
    return createEngine(nodeEngineAssets());
  });
}
