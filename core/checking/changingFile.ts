import { type CheckedFile, type CheckOptions, checkFile } from '../check.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { type LoadedFile, loadFile } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { readYaml } from '../yaml/read.ts';
import { type TextChange, updateYaml } from '../yaml/update.ts';
import { CheckCache } from './checkCache.ts';
import { type TaskAtPlace, taskAtPlace } from './taskAtPlace.ts';

/** A file whose text changes while the files around it stay as they are: what was read and found of it is kept as far as it is still true. */
export class ChangingFile {
  private readonly cache = new CheckCache();
  private loaded: LoadedFile | undefined;

  constructor(readonly path: string) {}

  /**
   * Loads the present text, in which nothing is looked for yet: quick, whatever the file's size.
   * @param change what became of the text of the last load or check; undefined where that is not known
   */
  load(fs: FileSystem, text: string, change: TextChange | undefined): LoadedFile {
    const before = this.loaded?.document;
    const document = before && change ? updateYaml(before, text, change) : readYaml(text);
    const loaded = loadFile(fs, this.path, document, this.cache.sections);
    if (!loaded) throw new Error(`nothing was loaded, though there is a text: ${this.path}`);
    this.loaded = loaded;
    return loaded;
  }

  /** Checks the text that was loaded last. */
  checkLoaded(fs: FileSystem, options: Omit<CheckOptions, 'document' | 'cache' | 'loaded'>): CheckedFile {
    const { loaded, cache } = this;
    const checked = loaded && checkFile(fs, this.path, { ...options, loaded, cache });
    if (!checked) throw new Error(`nothing was loaded that could be checked: ${this.path}`);
    return checked;
  }

  /** `load`, then `checkLoaded`. */
  check(
    fs: FileSystem,
    text: string,
    change: TextChange | undefined,
    options: Omit<CheckOptions, 'document' | 'cache' | 'loaded'>,
  ): CheckedFile {
    this.load(fs, text, change);
    return this.checkLoaded(fs, options);
  }

  /** The task around an offset of the text that was loaded last. */
  taskAt(project: Project, offset: number): TaskAtPlace | undefined {
    return this.loaded && taskAtPlace(this.loaded, project, offset, this.cache);
  }
}
