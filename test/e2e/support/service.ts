import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from './freePort.ts';
import { waitFor } from './wait.ts';

/** The example's service as a process, and what it printed. */
export class Service {
  #log = '';

  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => {
      this.#log += chunk.toString();
    });
  }

  static async start(tries = 3): Promise<Service> {
    const port = await freePort();
    const child = spawn(process.execPath, ['examples/web-powered/service.mjs', '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const service = new Service(port, child);
    const listens = await waitFor('the service', () => {
      if (child.exitCode !== null) return 'no';
      return service.#log.includes('listening') ? 'yes' : undefined;
    });
    if (listens === 'yes') return service;
    // Somebody else has taken the port meanwhile.
    if (tries > 1) return Service.start(tries - 1);
    throw new Error(`The service ended at once with exit code ${child.exitCode}`);
  }

  /** Every request that arrived, a line each. */
  get requests(): readonly string[] {
    return this.#log.split('\n').filter((line) => /POST|GET|CALLBACK/.test(line));
  }

  printed(pattern: RegExp): Promise<string> {
    return waitFor(`the service's line ${pattern}`, () => pattern.exec(this.#log)?.[0]);
  }

  stop(): void {
    this.child.kill();
  }
}
