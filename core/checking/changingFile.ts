import { type CheckedFile, type CheckOptions, checkFile } from '../check.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { YamlDocument } from '../yaml/node.ts';
import { readYaml } from '../yaml/read.ts';
import { type TextChange, updateYaml } from '../yaml/update.ts';
import { CheckCache } from './checkCache.ts';

/** A file whose text changes while the files around it stay as they are: what was read and found of it is kept as far as it is still true. */
export class ChangingFile {
  private readonly cache = new CheckCache();
  private document: YamlDocument | undefined;

  constructor(readonly path: string) {}

  /**
   * Checks the present text.
   * @param change what became of the text of the last check; undefined where that is not known
   */
  check(
    fs: FileSystem,
    text: string,
    change: TextChange | undefined,
    options: Omit<CheckOptions, 'document' | 'cache' | 'loaded'>,
  ): CheckedFile {
    const document = this.document && change ? updateYaml(this.document, text, change) : readYaml(text);
    this.document = document;
    const checked = checkFile(fs, this.path, { ...options, document, cache: this.cache });
    if (!checked) throw new Error(`nothing was checked, though there is a text: ${this.path}`);
    return checked;
  }
}
