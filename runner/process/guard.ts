import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Waits for the end of this process, however that comes; then kills the groups of processes that are still noted, and removes the directory. */
const script = `read -r end; while read -r group; do [ -z "$group" ] || kill -s KILL -- "-$group"; done < "$1/groups"; rm -rf -- "$1"`;

/** Digits of a process's number, and a line end. */
const width = 12;

/** A small process that ends what this one has started, where this one is killed and cannot do so itself. */
export class Guard {
  readonly #file: number;
  readonly #slots: boolean[] = [];
  readonly #shell: ChildProcess;

  /** @param directory holds the notes; it is gone soon after the end of this process */
  constructor(directory: string) {
    this.#file = openSync(join(directory, 'groups'), 'w', 0o600);
    this.#shell = spawn('/bin/sh', ['-c', script, 'digkit-guard', directory], {
      cwd: '/',
      // Ctrl+C and the end of the terminal are for the run.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // Without it a run goes on as well.
    this.#shell.on('error', () => undefined);
    this.#shell.stdin?.on('error', () => undefined);
    this.#shell.unref();
  }

  /**
   * Notes a group of processes by the number of its first.
   * @returns to be called when it has ended
   */
  watch(group: number): () => void {
    const free = this.#slots.indexOf(false);
    const slot = free < 0 ? this.#slots.length : free;
    this.#slots[slot] = true;
    this.#note(slot, String(group));
    return () => {
      this.#slots[slot] = false;
      this.#note(slot, '');
    };
  }

  /** Everything has ended. */
  close(): void {
    this.#shell.stdin?.destroy();
    closeSync(this.#file);
  }

  #note(slot: number, text: string): void {
    writeSync(this.#file, `${text.padEnd(width - 1)}\n`, slot * width);
  }
}
