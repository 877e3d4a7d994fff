import { readFileSync } from 'node:fs';
import type { Translations } from '../core/text/text.ts';
import { nodeEvaluator } from '../host/evaluator.ts';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import type { Host } from './services.ts';

/** The machine that the server runs on. */
export const nodeHost: Host = { disk: nodeFileSystem, evaluator: nodeEvaluator(), now: Date.now, translations };

/** @throws where the file cannot be read or holds no JSON: the server then speaks English, and says why in its log */
function translations(path: string): Translations {
  const bundle: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof bundle !== 'object' || bundle === null) return {};
  return Object.fromEntries(
    Object.entries(bundle).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
