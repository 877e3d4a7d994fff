import { existsSync, readFileSync } from 'node:fs';
import type { Translations } from '../core/text/text.ts';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import type { Host } from './services.ts';

/** The machine that the server runs on. */
export const nodeHost: Host = { disk: nodeFileSystem, now: Date.now, translations };

/**
 * English where there is no such file: not every language has one.
 * @throws where it cannot be read or holds no JSON; the server then says so in its log
 */
function translations(path: string): Translations {
  if (!existsSync(path)) return {};
  const bundle: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof bundle !== 'object' || bundle === null) return {};
  return Object.fromEntries(
    Object.entries(bundle).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
