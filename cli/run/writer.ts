import type { Writable } from 'node:stream';

/** How much may wait here before who writes has to wait too. */
const patience = 256 * 1024;

/** Where the run is written to. */
export interface Output {
  /** Resolves when more may come: at once, unless the reader is slow. */
  write(piece: string | Uint8Array): Promise<void>;
  /** Resolves when all is with the reader's side, and it wants more. */
  flush(): Promise<void>;
  /** Resolves when all is written, or will never be. */
  close(): Promise<void>;
}

/** Writes to a stream in large pieces, and tells when it cannot keep up. */
export class Writer implements Output {
  #waiting: (string | Uint8Array)[] = [];
  #size = 0;
  #scheduled: NodeJS.Immediate | undefined;
  /** Pending while the stream takes nothing. */
  #draining: Promise<void> | undefined;

  #last: Promise<void> = Promise.resolve();

  constructor(readonly stream: Writable) {}

  /** Resolves when more may come: at once, unless the reader is slow. */
  async write(text: string | Uint8Array): Promise<void> {
    this.#waiting.push(text);
    this.#size += text.length;
    if (this.#size > patience) return this.flush();
    this.#scheduled ??= setImmediate(() => void this.flush());
  }

  /** Resolves when all is with the stream, and the stream wants more. */
  async flush(): Promise<void> {
    while (this.#draining) await this.#draining;
    clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    if (this.#size === 0 || this.stream.destroyed) return;
    const pieces = this.#waiting.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
    this.#waiting = [];
    this.#size = 0;
    const taken = new Promise<void>((resolve) => {
      const more = this.stream.write(Buffer.concat(pieces), () => resolve());
      if (!more) this.#draining = this.#drain();
    });
    this.#last = taken;
    await this.#draining;
  }

  /** Resolves when all is written, or will never be: the stream's `error` tells which. */
  async close(): Promise<void> {
    await this.flush();
    await this.#last;
  }

  async #drain(): Promise<void> {
    await new Promise<void>((resolve) => {
      const go = (): void => {
        this.stream.off('drain', go).off('close', go).off('error', go);
        resolve();
      };
      this.stream.once('drain', go).once('close', go).once('error', go);
    });
    this.#draining = undefined;
  }
}
