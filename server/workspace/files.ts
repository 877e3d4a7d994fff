import type { FileSystem, FileText } from '../../core/project/fileSystem.ts';
import { dirname } from '../../core/project/paths.ts';

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
    this.forget(path);
  }

  /** The file was made, changed or deleted on the disk. */
  forget(path: string): void {
    this.#texts.delete(path);
    this.#kinds.delete(path);
    this.#lists.delete(path);
    this.#lists.delete(dirname(path));
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
  readonly paths = new Set<string>();

  constructor(readonly files: FileSystem) {}

  read(path: string): FileText | undefined {
    this.paths.add(path);
    return this.files.read(path);
  }

  kind(path: string): 'file' | 'directory' | undefined {
    this.paths.add(path);
    return this.files.kind(path);
  }

  list(path: string): readonly string[] {
    this.paths.add(path);
    return this.files.list(path);
  }
}
