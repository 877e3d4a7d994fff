import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The way from a process to this one: one pipe for stdout and stderr, so that what is written to both comes in the order of writing. */
export interface OutputPipe {
  /** For stdout and stderr of the process: its descriptor here. */
  readonly end: number;
  /** What the process and all that it started write. It ends when the last of them has closed it. */
  readonly stream: Readable;
  /** The process has its end: it must be the only one, or the stream would not end. */
  handedOver(): void;
  /** Nothing is to be read any more: another process may have the pipe, if the stream has ended. */
  close(): void;
}

/**
 * Pipes with a name. Node gives its child processes sockets, each its own for stdout and stderr: the order of the two is lost, and a script cannot
 * open `/dev/stderr`. Digdag's are pipes (ProcessBuilder.redirectErrorStream).
 */
export class Pipes {
  readonly #free: string[] = [];
  #made = 0;
  /** Opened while the process before starts: nothing else is to be done then, and the next does not wait for it. */
  #ready: OutputPipe | undefined;
  #preparing: NodeJS.Immediate | undefined;
  #input: { readonly end: number; readonly kept: number } | undefined;
  #impossible = process.platform === 'win32';

  /** @param directory where the pipes are; asked for when the first is made */
  constructor(private readonly directory: () => string) {}

  /** Undefined where the system has no such pipes. */
  open(): OutputPipe | undefined {
    const ready = this.#ready ?? this.#open();
    this.#ready = undefined;
    if (ready) this.#preparing ??= setImmediate(() => this.#prepare());
    return ready;
  }

  #prepare(): void {
    this.#preparing = undefined;
    try {
      this.#ready ??= this.#open();
    } catch {
      // too many open files: the next process says so, if it is true then
    }
  }

  #open(): OutputPipe | undefined {
    if (this.#free.length === 0) this.#make();
    const path = this.#free.pop();
    if (path === undefined) return undefined;
    // Reading first and without waiting, for an end that writes is only to be had where there is one that reads.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const end = openSync(path, constants.O_WRONLY);
    const stream = new Socket({ fd: descriptor, readable: true, writable: false });
    let open = true;
    const handedOver = (): void => {
      if (open) closeSync(end);
      open = false;
    };
    const close = (): void => {
      handedOver();
      // Who still writes to it would be read in the name of another.
      if (stream.readableEnded) this.#free.push(path);
      stream.destroy();
    };
    return { end, stream, handedOver, close };
  }

  /** A stdin that is open and never gets anything, as in Digdag: all processes may share one. It is closed when this process ends. */
  get input(): number | 'pipe' {
    if (!this.#input) {
      if (this.#free.length === 0) this.#make();
      const path = this.#free.pop();
      if (path === undefined) return 'pipe';
      const kept = openSync(path, constants.O_RDWR);
      this.#input = { kept, end: openSync(path, constants.O_RDONLY) };
    }
    return this.#input.end;
  }

  close(): void {
    clearImmediate(this.#preparing);
    this.#ready?.close();
    this.#ready = undefined;
    if (!this.#input) return;
    closeSync(this.#input.kept);
    closeSync(this.#input.end);
    this.#input = undefined;
  }

  /** Twice as many as before: Node makes none itself, and a process for each would take its time. */
  #make(): void {
    if (this.#impossible) return;
    const paths: string[] = [];
    for (let count = Math.max(this.#made, 4); count > 0; count--) {
      paths.push(join(this.directory(), `pipe-${this.#made}`));
      this.#made++;
    }
    const { status } = spawnSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' });
    if (status === 0) this.#free.push(...paths);
    else this.#impossible = true;
  }
}
