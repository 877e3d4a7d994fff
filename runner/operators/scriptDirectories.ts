import { existsSync, readdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskContext } from './operator.ts';
import { temporaryDirectory } from './workspace.ts';

/**
 * The directories below `.digdag/tmp` that the scripts of a run's `sh>` tasks lie in. One that is empty again is used again: to make and remove one
 * takes as long as a small script (ext4).
 */
export class ScriptDirectories {
  readonly #free: string[] = [];

  take(context: TaskContext): string {
    const known = this.#free.pop();
    return known !== undefined && existsSync(known) ? known : temporaryDirectory(context, 'sh');
  }

  /** The task has ended; its script goes, for it may hold secrets. */
  release(directory: string, script: string): void {
    try {
      unlinkSync(join(directory, script));
      if (readdirSync(directory).length === 0) {
        this.#free.push(directory);
        return;
      }
    } catch {
      // the script has removed itself, or all of this
    }
    rmSync(directory, { recursive: true, force: true });
  }

  dispose(): void {
    for (const directory of this.#free.splice(0)) rmSync(directory, { recursive: true, force: true });
  }
}
