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

/**
 * Sends one process through every attack, one after another: what it does not give back counts against the next. Where one is over the
 * limit, a fresh process goes through all of them again, up to twice, and the smallest measure of each counts. What an answer needs is
 * taken in every process; what only one of them took is garbage that its collector, starved on a busy machine, had not come to.
 */
export async function memoryOfPreviews(client: string): Promise<MemoryOfPreview[]> {
  let least = await measuredOnce(client);
  for (let again = 0; again < 2 && least.some(isOverLimit); again++) {
    const measured = await measuredOnce(client);
    least = least.map((one, index) => {
      const other = measured[index];
      return other && other.megabytes < one.megabytes ? other : one;
    });
  }
  return least;
}

/** A measure that is no number is over every limit. */
export function isOverLimit({ megabytes }: MemoryOfPreview): boolean {
  return !(megabytes <= mostMegabytes);
}

async function measuredOnce(client: string): Promise<MemoryOfPreview[]> {
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
