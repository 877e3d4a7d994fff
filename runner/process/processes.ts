import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard } from './guard.ts';
import { Pipes } from './pipes.ts';

/** How long processes have to end by themselves after they were asked to, in milliseconds. */
const patience = 3000;

type StartOptions = Required<Pick<SpawnOptions, 'cwd' | 'env' | 'stdio'>>;

export interface StartedProcess {
  readonly child: ChildProcess;
  /** To be called when it has ended, and with it all of its group that is to be waited for. */
  release(): void;
}

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

  /** Starts a process that leads a group of its own: what it starts ends with it. Throws what `spawn` throws. */
  start(program: string, args: readonly string[], { cwd, env, stdio }: StartOptions): StartedProcess {
    // What ends it where this process is killed has to be there before it is.
    const watched = this.#guarded()?.watch();
    try {
      const child = spawn(program, args, {
        cwd,
        env,
        stdio,
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
      this.#children.add(child);
      if (child.pid === undefined) watched?.ended();
      else watched?.started(child.pid);
      const release = (): void => {
        this.#children.delete(child);
        if (child.pid !== undefined) watched?.ended();
      };
      return { child, release };
    } catch (error) {
      watched?.ended();
      throw error;
    }
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
