import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { type ParamsFileError, readParamsFile } from '../../../core/project/givenParams.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import { RecordingFiles } from '../../workspace/files.ts';
import type { FileChange } from '../../workspace/watching.ts';

/** The files of parameters that values are shown for. Each is read anew when it is asked for; what it includes is noted. */
export class Profiles {
  readonly #lookedAt = new Map<string, RecordingFiles>();

  constructor(private readonly files: FileSystem) {}

  read(path: string): ConfigMap | ParamsFileError {
    const files = new RecordingFiles(this.files);
    const params = readParamsFile(files, path);
    this.#lookedAt.set(path, files);
    return params;
  }

  /** Whether one of them was read from this file. */
  uses(change: FileChange): boolean {
    return [...this.#lookedAt.values()].some((files) => files.dependsOn(change));
  }
}
