import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { attacks, burdens, HostileServer } from './hostileServer.ts';

/** What a preview of one attack did to its process. */
export interface MemoryOfPreview {
  readonly attack: string;
  readonly verdict: string;
  /** The most over the process at rest, in MB (1,048,576 bytes). */
  readonly megabytes: number;
}

/** A preview's limit over the idle client, in MB. */
export const mostMegabytes = 64;

/** Sends one process through every attack, one after another: what it does not give back counts against the next. */
export async function memoryOfPreviews(client: string): Promise<MemoryOfPreview[]> {
  const server = await new HostileServer().listen();
  const calm = server.url('a small workflow');
  const child = spawn(process.execPath, ['--expose-gc', client, calm], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await lines.next()).value ?? '{}');
    const { idle } = await next();
    const measured: MemoryOfPreview[] = [];
    for (const attack of Object.keys({ ...attacks, ...burdens })) {
      child.stdin.write(`${server.url(attack)}\n`);
      const { kind, peak } = await next();
      measured.push({ attack, verdict: kind, megabytes: (peak - idle) / 1024 });
    }
    return measured;
  } finally {
    child.kill();
    await server.close();
  }
}
