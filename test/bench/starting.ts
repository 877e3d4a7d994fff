import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { row } from './measure.ts';

/** The bundles as they are shipped; scripts/bench.mjs builds them. */
const bundles = join(process.cwd(), 'dist', 'bench');
const rounds = 25;

/** Processes: from their start to the answer of `initialize`, and a run of one task, beside a node that does nothing. */
export async function starting(): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-bench-'));
  try {
    writeFileSync(join(directory, 'main.dig'), '+hello:\n  echo>: hello\n');
    const least = { node: Number.POSITIVE_INFINITY, server: Number.POSITIVE_INFINITY, run: Number.POSITIVE_INFINITY };
    for (let round = 0; round < rounds; round++) {
      least.node = Math.min(
        least.node,
        timed(() => spawnSync(process.execPath, ['-e', '0'])),
      );
      least.server = Math.min(least.server, await initialize());
      least.run = Math.min(
        least.run,
        timed(() => run(directory)),
      );
    }
    return [
      row('server to the answer of initialize', { time: least.server, floor: least.node }, 1.8),
      row('digkit run of one echo>', { time: least.run, floor: least.node }, 2.5),
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function run(cwd: string): void {
  const { status, stderr } = spawnSync(process.execPath, [join(bundles, 'cli.js'), 'run', 'main.dig', '--rerun'], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`digkit run: exit code ${status}\n${stderr}`);
}

function initialize(): Promise<number> {
  return new Promise((resolve, reject) => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const started = performance.now();
    const server = spawn(process.execPath, [join(bundles, 'server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    server.on('error', reject);
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    server.stdout.once('data', () => {
      const took = performance.now() - started;
      server.once('exit', () => resolve(took));
      server.kill();
    });
  });
}
