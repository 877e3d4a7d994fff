import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Waits for the end of this process, however that comes; then kills the groups of processes that are still noted, and removes the directory. Where a
 * process was just being started nobody knows its number: on Linux it is the one that has a pipe of the directory for its output, as soon as it has it.
 */
const script = `
read -r end
starting=
while read -r group; do
  case $group in
    '') ;;
    starting) starting=1 ;;
    *) kill -s KILL -- "-$group" ;;
  esac
done < "$1/groups"
pipes=$(cd -- "$1" && pwd -P)/pipe-
for pause in \${starting:+0 0.2 1}; do
  sleep "$pause"
  ls -l /proc/[0-9]*/fd/1 | while read -r line; do
    case $line in
      *" -> $pipes"*)
        process=\${line##* /proc/}
        kill -s KILL -- "-\${process%%/*}" "\${process%%/*}"
        ;;
    esac
  done
done
rm -rf -- "$1"
`;

/** Digits of a process's number, and a line end. */
const width = 12;

/** The note of one process. */
export interface Watched {
  /** It leads this group. */
  started(group: number): void;
  /** Its group has ended, or it could not be started. */
  ended(): void;
}

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

  /** Notes that a process is about to be started. */
  watch(): Watched {
    const free = this.#slots.indexOf(false);
    const slot = free < 0 ? this.#slots.length : free;
    this.#slots[slot] = true;
    this.#note(slot, 'starting');
    return {
      started: (group) => this.#note(slot, String(group)),
      ended: () => {
        this.#slots[slot] = false;
        this.#note(slot, '');
      },
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
