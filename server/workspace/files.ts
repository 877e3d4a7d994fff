import type { FileSystem, FileText } from '../../core/project/fileSystem.ts';
import { dirname } from '../../core/project/paths.ts';
import type { FileChange } from './watching.ts';

/**
 * The files as the editor sees them: open documents over those of the disk. What the client watches is read once and forgotten when the client
 * says that it changed; everything else is read afresh.
 */
export class WorkspaceFiles implements FileSystem {
  readonly #disk: FileSystem;
  readonly #isWatched: (path: string) => boolean;
  readonly #open = new Map<string, () => string>();
  readonly #texts = new Map<string, FileText | undefined>();
  readonly #kinds = new Map<string, 'file' | 'directory' | undefined>();
  readonly #lists = new Map<string, readonly string[]>();

  constructor(disk: FileSystem, isWatched: (path: string) => boolean) {
    this.#disk = disk;
    this.#isWatched = isWatched;
  }

  read(path: string): FileText | undefined {
    const open = this.#open.get(path);
    return open ? { text: open() } : this.#cached(this.#texts, path, () => this.#disk.read(path));
  }

  kind(path: string): 'file' | 'directory' | undefined {
    return this.#open.has(path) ? 'file' : this.#cached(this.#kinds, path, () => this.#disk.kind(path));
  }

  list(path: string): readonly string[] {
    return this.#cached(this.#lists, path, () => this.#disk.list(path));
  }

  /** From now on the file's text is the document's. */
  open(path: string, text: () => string): void {
    this.#open.set(path, text);
  }

  close(path: string): void {
    this.#open.delete(path);
    this.forget([{ path, kind: 'changed' }]);
  }

  /** Files were made, changed or deleted on the disk. Of a folder that comes or goes clients do not name what is in it. */
  forget(changes: readonly FileChange[]): void {
    for (const { path, kind } of changes) {
      this.#texts.delete(path);
      this.#kinds.delete(path);
      if (kind !== 'changed') this.#lists.delete(dirname(path));
    }
    const moved = new Set(changes.filter(({ kind }) => kind !== 'changed').map(({ path }) => path));
    if (moved.size === 0) return;
    for (const cache of [this.#texts, this.#kinds, this.#lists]) {
      for (const path of cache.keys()) if (liesIn(moved, path)) cache.delete(path);
    }
  }

  #cached<T>(cache: Map<string, T>, path: string, look: () => T): T {
    const known = cache.get(path);
    if (known !== undefined || cache.has(path)) return known as T;
    const found = look();
    if (this.#isWatched(path)) cache.set(path, found);
    return found;
  }
}

/** A FileSystem that notes the paths it was asked for: what a check depends on. */
export class RecordingFiles implements FileSystem {
  readonly #paths = new Set<string>();
  readonly #listed = new Set<string>();

  constructor(readonly files: FileSystem) {}

  /** Whether what was asked for may be another now. */
  dependsOn({ path, kind }: FileChange): boolean {
    if (this.#paths.has(path)) return true;
    if (kind === 'changed') return false;
    const moved = new Set([path]);
    return this.#listed.has(dirname(path)) || [...this.#paths, ...this.#listed].some((known) => liesIn(moved, known));
  }

  read(path: string): FileText | undefined {
    this.#paths.add(path);
    return this.files.read(path);
  }

  kind(path: string): 'file' | 'directory' | undefined {
    this.#paths.add(path);
    return this.files.kind(path);
  }

  list(path: string): readonly string[] {
    this.#listed.add(path);
    return this.files.list(path);
  }
}

/** Whether a path is one of some, or lies below one. */
function liesIn(some: ReadonlySet<string>, path: string): boolean {
  for (let at = path; at !== '/'; at = dirname(at)) if (some.has(at)) return true;
  return false;
}
