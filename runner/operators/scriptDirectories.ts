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
  /** Of tasks that have ended. */
  readonly #left: { readonly directory: string; readonly script: string }[] = [];
  #sweeping: NodeJS.Immediate | undefined;

  take(context: TaskContext): string {
    const known = this.#free.pop();
    return known !== undefined && existsSync(known) ? known : temporaryDirectory(context, 'sh');
  }

  /** The task has ended; its script goes, for it may hold secrets: as soon as nothing else is to be done, mostly while the next one starts. */
  release(directory: string, script: string): void {
    this.#left.push({ directory, script });
    this.#sweeping ??= setImmediate(() => this.#sweep());
  }

  dispose(): void {
    this.#sweep();
    for (const directory of this.#free.splice(0)) rmSync(directory, { recursive: true, force: true });
  }

  #sweep(): void {
    clearImmediate(this.#sweeping);
    this.#sweeping = undefined;
    for (const { directory, script } of this.#left.splice(0)) {
      if (isEmptyWithout(directory, script)) this.#free.push(directory);
      else rmSync(directory, { recursive: true, force: true });
    }
  }
}

/** Removes the script. @returns whether the directory is there, and empty */
function isEmptyWithout(directory: string, script: string): boolean {
  try {
    unlinkSync(join(directory, script));
    return readdirSync(directory).length === 0;
  } catch {
    return false; // the script has removed itself, or all of this
  }
}
