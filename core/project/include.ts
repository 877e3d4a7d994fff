import type { Place } from '../rules/finding.ts';
import { toJson } from '../value/json.ts';
import { deepestNesting } from '../yaml/nesting.ts';
import { readYaml } from '../yaml/read.ts';
import { construct } from './construct.ts';
import type { FileSystem } from './fileSystem.ts';
import type { LoadError } from './loadError.ts';
import { type Located, LocatedEntry, LocatedList, LocatedMap, LocatedScalar } from './located.ts';
import { mergeLocated } from './mergeLocated.ts';
import { dirname, join } from './paths.ts';
import { syntaxErrors } from './syntaxErrors.ts';
import { Weights } from './weights.ts';

/** One `!include` and what it reaches. */
export interface IncludeSite {
  /** Where it is written: the value that names the file. */
  readonly place: Place;
  /** The path that it means, whether or not there is such a file. */
  readonly target: string;
}

/** So many levels an include counts for in the limit of nesting: Java's stack ends somewhere, and so does ours. */
const levelsOfInclude = 10;

const marker = '!include:';

/** The file whose values are being walked. */
interface Source {
  readonly directory: string;
  readonly includedAt: readonly Place[];
  /** What is done already: aliases share parts, and each is walked once. */
  readonly done: Map<object, Located>;
}

/**
 * Puts included files in place, as YamlConfigLoader's ParameterizeContext does: a key that begins with `!include:` merges a file into its map,
 * a text that does becomes the file's map. Each file is read once.
 */
export class Includer {
  readonly errors: LoadError[] = [];
  readonly sites: IncludeSite[] = [];
  private readonly files = new Map<string, LocatedMap>();
  private readonly open = new Set<string>();
  private readonly weights = new Weights();

  constructor(private readonly fs: FileSystem) {}

  /** The config of the file at `path` with its includes in place. */
  resolve(config: LocatedMap, path: string): LocatedMap {
    return this.file(config, path, [], 0);
  }

  private file(config: LocatedMap, path: string, includedAt: readonly Place[], depth: number): LocatedMap {
    this.open.add(path);
    const resolved = this.map(config, { directory: dirname(path), includedAt, done: new Map() }, depth);
    this.open.delete(path);
    return resolved;
  }

  private map(map: LocatedMap, source: Source, depth: number): LocatedMap {
    const done = source.done.get(map.entries);
    if (done?.kind === 'map') return new LocatedMap(done.entries, map.path, map.start, map.end, map.node);
    const built = new Map<string, LocatedEntry>();
    for (const [key, entry] of map.entries) {
      if (key.startsWith(marker) && entry.value.kind === 'scalar') this.mergeInto(built, entry, source, depth);
      else built.set(key, this.entry(entry, source, depth));
    }
    const resolved = new LocatedMap(built, map.path, map.start, map.end, map.node);
    source.done.set(map.entries, resolved);
    return resolved;
  }

  private entry(entry: LocatedEntry, source: Source, depth: number): LocatedEntry {
    const value = this.value(entry.value, source, depth);
    return value === entry.value ? entry : new LocatedEntry(entry.key, entry.path, entry.keyStart, entry.keyEnd, value);
  }

  private value(located: Located, source: Source, depth: number): Located {
    switch (located.kind) {
      case 'map':
        return this.map(located, source, depth + 1);
      case 'list':
        return this.list(located, source, depth);
      case 'scalar':
        if (typeof located.value !== 'string' || !located.value.startsWith(marker)) return located;
        return this.include(located.value, located.place, source, depth) ?? nothingAt(located);
    }
  }

  private list(list: LocatedList, source: Source, depth: number): LocatedList {
    const done = source.done.get(list.items);
    const items = done?.kind === 'list' ? done.items : list.items.map((item) => this.value(item, source, depth + 1));
    const resolved = new LocatedList(items, list.path, list.start, list.end, list.node);
    source.done.set(list.items, resolved);
    return resolved;
  }

  private mergeInto(built: Map<string, LocatedEntry>, entry: LocatedEntry, source: Source, depth: number): void {
    const { value } = entry;
    if (value.kind !== 'scalar') return;
    const name = typeof value.value === 'string' ? value.value : toJson(value.value);
    const place = value.start === value.end ? entry.keyPlace : value.place;
    const included = this.include(name, place, source, depth);
    for (const [key, merging] of included?.entries ?? []) {
      const before = built.get(key);
      if (before?.value.kind === 'map' && merging.value.kind === 'map') {
        const { path, keyStart, keyEnd } = before;
        built.set(key, new LocatedEntry(key, path, keyStart, keyEnd, mergeLocated(before.value, merging.value)));
      } else {
        built.set(key, merging);
      }
    }
  }

  private include(name: string, place: Place, source: Source, depth: number): LocatedMap | undefined {
    const target = join(source.directory, name);
    this.sites.push({ place, target });
    if (!target.startsWith(source.directory)) {
      return this.refuse(place, source, 'FileNotFoundException', `File name must not include ..: ${name}`);
    }
    if (this.open.has(target)) return this.overflow(place, source, 'the file includes itself');
    if (depth + levelsOfInclude > deepestNesting) return this.overflow(place, source, 'nested too deeply');
    const included = this.files.get(target) ?? this.read(target, place, source, depth + levelsOfInclude);
    if (!included) return undefined;
    this.files.set(target, included);
    const verdict = this.weights.addCopy(included, depth);
    if (verdict === 'ok') return included;
    return this.refuse(place, source, verdict, null, 'the includes make too many copies');
  }

  private read(target: string, place: Place, source: Source, depth: number): LocatedMap | undefined {
    const file = this.fs.read(target);
    if (!file) {
      if (this.fs.kind(target) === 'directory') return this.refuse(place, source, 'IOException', 'Is a directory');
      return this.refuse(place, source, 'NoSuchFileException', target);
    }
    const document = readYaml(file.text);
    const { config, errors, hasIncludes } = construct(document, target, 'file');
    const includedAt = [...source.includedAt, place];
    const found = document.errors.length > 0 ? syntaxErrors(document, target) : errors;
    for (const error of found) this.errors.push({ ...error, includedAt });
    return config && hasIncludes ? this.file(config, target, includedAt, depth) : config;
  }

  private overflow(place: Place, source: Source, problem: string): undefined {
    return this.refuse(place, source, 'StackOverflowError', null, problem);
  }

  private refuse(
    place: Place,
    source: Source,
    java: string,
    message: string | null,
    problem = message ?? java,
  ): undefined {
    const { path, start, end } = place;
    this.errors.push({ path, start, end, java, message, problem, includedAt: source.includedAt });
    return undefined;
  }
}

function nothingAt(located: LocatedScalar): LocatedScalar {
  return new LocatedScalar(null, located.path, located.start, located.end, located.node);
}
