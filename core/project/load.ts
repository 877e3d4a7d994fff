import type { YamlDocument } from '../yaml/node.ts';
import { readYaml } from '../yaml/read.ts';
import { construct } from './construct.ts';
import { constructSections } from './constructSections.ts';
import type { FileSystem } from './fileSystem.ts';
import { Includer, type IncludeSite } from './include.ts';
import type { LoadError } from './loadError.ts';
import type { LocatedMap } from './located.ts';
import type { SectionCache } from './sectionCache.ts';
import { syntaxErrors } from './syntaxErrors.ts';

/** A `.dig` file as Digdag's YamlConfigLoader.loadParameterizedFile gives it. */
export interface LoadedFile {
  readonly path: string;
  readonly text: string;
  readonly document: YamlDocument;
  /** Merge keys, aliases and includes in place. Also of a text that Digdag refuses, as far as it can be read; undefined where it is no mapping. */
  readonly config: LocatedMap | undefined;
  /** Why Digdag refuses the file: the first is what it reports. Empty where it loads. */
  readonly errors: readonly LoadError[];
  /** Each `!include` met, also in included files. */
  readonly includes: readonly IncludeSite[];
}

/** Whether aliases or includes make more copies than anyone can look at: whoever walks a config asks first. */
export function hasTooManyCopies({ errors }: Pick<LoadedFile, 'errors'>): boolean {
  return errors.some(({ java }) => java === 'OutOfMemoryError');
}

/**
 * Loads a file; undefined where there is none.
 * @param document spares reading a text that is read already
 * @param cache keeps what stays the same from one call to the next, for a text that changes (`updateYaml`)
 */
export function loadFile(
  fs: FileSystem,
  path: string,
  document?: YamlDocument,
  cache?: SectionCache,
): LoadedFile | undefined {
  const text = document?.text ?? fs.read(path)?.text;
  if (text === undefined) return undefined;
  const read = document ?? readYaml(text);
  const kept = cache && constructSections(read, path, cache);
  if (kept) return { path, text, document: read, config: kept, errors: [], includes: [] };
  const { config, errors, hasIncludes } = construct(read, path, 'file');
  const all = read.errors.length > 0 ? syntaxErrors(read, path) : errors;
  if (!config || !hasIncludes) return { path, text, document: read, config, errors: all, includes: [] };
  const includer = new Includer(fs);
  const included = includer.resolve(config, path);
  const { sites } = includer;
  return { path, text, document: read, config: included, errors: [...all, ...includer.errors], includes: sites };
}
