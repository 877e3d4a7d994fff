import { Worker } from 'node:worker_threads';
import { toRemote } from '../core/expressions/engine/remote.ts';
import type { Engine, EngineAssets, EngineError, EngineRequest, EngineResult } from '../core/expressions/engine.ts';

/** The engine stops most endless code itself after 700 ms; some loops inside of QuickJS's own functions only the end of the thread can stop. */
const timeLimit = 950;

/** On a machine that gives this process no time at all, not even that says anything. */
const longestWait = 30_000;

/** What is cancelled mostly ends at once by itself: a thread costs more than to wait so long. Milliseconds. */
const grace = 50;

/** What the thread runs. Text, because the bundle beside it is the one thing that it needs. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createEngine, createRunner } = require(workerData.bundle);
const assets = { wasm: async () => workerData.wasm, moment: async () => workerData.moment };
createEngine(assets).then((engine) => {
  const runner = createRunner(engine);
  parentPort.on('message', async (request) => parentPort.postMessage(await runner.run(request)));
  parentPort.postMessage('ready');
});
`;

const stopped: EngineError = {
  kind: 'limit',
  message: `stopped: it ran longer than ${timeLimit} ms (Digdag would go on without an end)`,
};

const cancelled: EngineError = { kind: 'cancelled', message: 'cancelled' };

/** The engine on a thread of its own: whatever an expression does, this thread goes on, and after a second it is over. */
export class WorkerEngine implements Engine {
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param bundle the path of engine.js */
  constructor(
    readonly bundle: string,
    readonly assets: EngineAssets,
  ) {}

  /** Resolves when the thread is ready. */
  async start(): Promise<this> {
    await this.#ready();
    return this;
  }

  /** One request at a time, in their order. */
  run(request: EngineRequest, signal?: AbortSignal): Promise<EngineResult> {
    const result = this.#last.then(() =>
      signal?.aborted ? { ok: false as const, error: cancelled } : this.#runNow(request, signal),
    );
    this.#last = result.catch(() => undefined); // whoever asked gets the error; the next one starts afresh
    return result;
  }

  dispose(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.then(
      (running) => running.terminate(),
      () => undefined, // it never started: there is nothing to end
    );
  }

  #ready(): Promise<Worker> {
    this.#worker ??= this.#spawn();
    return this.#worker;
  }

  async #spawn(): Promise<Worker> {
    const [wasm, moment] = await Promise.all([this.assets.wasm(), this.assets.moment()]);
    const worker = new Worker(program, { eval: true, workerData: { bundle: this.bundle, wasm, moment } });
    await answerOf(worker);
    worker.unref();
    return worker;
  }

  async #runNow(request: EngineRequest, signal?: AbortSignal): Promise<EngineResult> {
    const worker = await this.#ready();
    worker.ref();
    worker.postMessage(toRemote(request));
    const answer = await answerOf<EngineResult>(worker, timeLimit, signal);
    worker.unref();
    if (answer !== undefined) return answer;
    this.dispose();
    this.#ready().catch(() => undefined); // the next request finds a thread that is ready, or meets the error itself
    return { ok: false, error: signal?.aborted ? cancelled : stopped };
  }
}

/**
 * The thread's next message; undefined where it does not come in so many milliseconds, of which only those count that the machine left to this
 * process, or soon behind an abort. Rejects where the thread fails.
 */
function answerOf<T>(worker: Worker, milliseconds?: number, signal?: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    const onMessage = (message: T): void => done(() => resolve(message));
    const onError = (error: Error): void => done(() => reject(error));
    const onExit = (): void => done(() => reject(new Error('the thread of the sandbox ended')));
    const onAbort = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => done(() => resolve(undefined)), grace);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    if (milliseconds === undefined) return;
    const [before, begun] = [process.cpuUsage(), performance.now()];
    const wait = (left: number): void => {
      timer = setTimeout(() => {
        const { user, system } = process.cpuUsage(before);
        const rest = milliseconds - (user + system) / 1000;
        if (rest <= 0 || performance.now() - begun > longestWait) done(() => resolve(undefined));
        else wait(Math.max(rest, 20));
      }, left);
    };
    wait(milliseconds);
  });
}
