import type { FileSystem } from '../../core/project/fileSystem.ts';
import type { ParamsFileError } from '../../core/project/givenParams.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { RecordingFiles } from './files.ts';

type Read = (files: FileSystem, path: string) => ConfigMap | ParamsFileError;

/** The files of parameters that values are shown for. Each is read anew when it is asked for; what it includes is noted. */
export class Profiles {
  readonly #paths = new Map<string, ReadonlySet<string>>();

  /** @param reader reads a file; of the core, which is loaded later than this */
  constructor(
    private readonly files: FileSystem,
    private readonly reader: () => Read,
  ) {}

  read(path: string): ConfigMap | ParamsFileError {
    const files = new RecordingFiles(this.files);
    const params = this.reader()(files, path);
    this.#paths.set(path, files.paths);
    return params;
  }

  /** Whether one of them was read from this file. */
  uses(path: string): boolean {
    return [...this.#paths.values()].some((paths) => paths.has(path));
  }

  /** None is wanted any more. */
  clear(): void {
    this.#paths.clear();
  }
}
