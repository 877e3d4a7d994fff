import type { ChildProcess } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard } from './guard.ts';
import { Pipes } from './pipes.ts';

/** How long processes have to end by themselves after they were asked to, in milliseconds. */
const patience = 3000;

/**
 * The child processes of a run, each with all that it started. When the run is stopped they are asked to end (SIGTERM) and killed after a while;
 * when this process ends before they have, they are killed at once, also where it is killed itself.
 */
export class Processes {
  readonly pipes = new Pipes(() => this.#workDirectory());
  readonly #children = new Set<ChildProcess>();
  readonly #killed = new AbortController();
  readonly #ask = (): void => this.#end();
  readonly #kill = (): void => {
    this.#send('SIGKILL');
    this.#killed.abort();
  };
  #timer: NodeJS.Timeout | undefined;
  #directory: string | undefined;
  #guard: Guard | undefined;

  constructor(readonly signal: AbortSignal) {
    signal.addEventListener('abort', this.#ask, { once: true });
    process.once('exit', this.#kill);
    // Each process may listen.
    setMaxListeners(0, this.#killed.signal);
  }

  /** Aborted when all that could be killed is: nothing is to be waited for any more. */
  get killed(): AbortSignal {
    return this.#killed.signal;
  }

  /** To be called before a process is started: what ends it where this one is killed has to be there by then. */
  prepare(): void {
    this.#guarded();
  }

  /** @returns to be called when the process has ended */
  add(child: ChildProcess): () => void {
    this.#children.add(child);
    const ended = child.pid === undefined ? undefined : this.#guarded()?.watch(child.pid);
    return () => {
      this.#children.delete(child);
      ended?.();
    };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.signal.removeEventListener('abort', this.#ask);
    process.off('exit', this.#kill);
    this.pipes.close();
    this.#guard?.close();
    if (this.#directory !== undefined) rmSync(this.#directory, { recursive: true, force: true });
  }

  #guarded(): Guard | undefined {
    if (process.platform !== 'win32') this.#guard ??= new Guard(this.#workDirectory());
    return this.#guard;
  }

  #workDirectory(): string {
    this.#directory ??= mkdtempSync(join(tmpdir(), 'digkit-processes-'));
    return this.#directory;
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
