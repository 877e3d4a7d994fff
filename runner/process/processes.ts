import type { ChildProcess } from 'node:child_process';

/** How long processes have to end by themselves after they were asked to. */
const patience = 3000;

/**
 * The child processes of a run, each with all that it started. When the run is stopped they are asked to end (SIGTERM) and killed after a while;
 * when this process ends before they have, they are killed at once.
 */
export class Processes {
  readonly #children = new Set<ChildProcess>();
  readonly #ask = (): void => this.#end();
  readonly #kill = (): void => this.#send('SIGKILL');
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly signal: AbortSignal) {
    signal.addEventListener('abort', this.#ask, { once: true });
    process.once('exit', this.#kill);
  }

  /** @returns to be called when the process has ended */
  add(child: ChildProcess): () => void {
    this.#children.add(child);
    return () => {
      this.#children.delete(child);
    };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.signal.removeEventListener('abort', this.#ask);
    process.off('exit', this.#kill);
  }

  #end(): void {
    this.#send('SIGTERM');
    this.#timer = setTimeout(this.#kill, patience);
    this.#timer.unref();
  }

  #send(signal: 'SIGTERM' | 'SIGKILL'): void {
    for (const child of this.#children) {
      if (child.pid === undefined) continue;
      try {
        if (process.platform === 'win32') child.kill(signal);
        else process.kill(-child.pid, signal);
      } catch {
        // the whole group has ended already
      }
    }
  }
}
