import type { Writable } from 'node:stream';

/** How much may wait here before a task that prints has to wait. */
const patience = 256 * 1024;

/** Writes to a stream in large pieces, and tells when it cannot keep up. */
export class Writer {
  #waiting: (string | Uint8Array)[] = [];
  #size = 0;
  #scheduled = false;

  constructor(readonly stream: Writable) {}

  /** Resolves when more may come: at once, unless the reader is slow. */
  async write(text: string | Uint8Array): Promise<void> {
    this.#waiting.push(text);
    this.#size += text.length;
    if (this.#size > patience) return this.flush();
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.flush();
    });
  }

  /** Resolves when all is with the stream, and the stream wants more. */
  async flush(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#size = 0;
    const whole = Buffer.concat(waiting.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
    if (this.stream.write(whole) || this.stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        this.stream.off('drain', go).off('close', go).off('error', go);
        resolve();
      };
      this.stream.once('drain', go).once('close', go).once('error', go);
    });
  }
}
