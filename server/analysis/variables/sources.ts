import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { Profiles } from './profiles.ts';
import { Zones } from './zones.ts';

/** What sessions are made of, beside the files of workflows; kept until another session is chosen. */
export class SessionSources {
  readonly zones = new Zones();
  readonly profiles: Profiles;

  constructor(files: FileSystem) {
    this.profiles = new Profiles(files);
  }
}
