import type { YamlDocument } from '../yaml/node.ts';
import { Constructor, type LoadMode } from './constructor.ts';
import type { LoadError } from './loadError.ts';
import type { LocatedMap } from './located.ts';

export interface Construction {
  /** As far as there is one; the entries that Digdag refuses are null or left out. */
  readonly config: LocatedMap | undefined;
  /** In Digdag's order. */
  readonly errors: readonly LoadError[];
  /** Whether `!include` may stand in it. */
  readonly hasIncludes: boolean;
}

/**
 * Makes the config of a document as Digdag does: SnakeYAML's StrictSafeConstructor (tags, merge keys, duplicate keys), then Jackson's JSON.
 * Includes are still keys and texts that begin with `!include:`.
 */
export function construct(document: YamlDocument, path: string, mode: LoadMode): Construction {
  const maker = new Constructor(document, path, mode);
  const located = document.root ? maker.value(document.root) : undefined;
  if (document.errors.length === 0) maker.errors.checkRoot(located);
  const config = located?.kind === 'map' ? located : undefined;
  return { config, errors: maker.errors.inOrder(), hasIncludes: maker.hasIncludes };
}
