import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Counts } from './runFile.ts';

/**
 * Runs files in processes of their own, as many at once as `jobs`. The largest start first, so that no core waits for the last of them;
 * what they print comes in the order of `files`.
 * @param args of each process, besides the file that it runs
 */
export async function sideBySide(
  files: readonly string[],
  jobs: number,
  args: readonly string[],
): Promise<Record<string, Counts>> {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-conformance-jobs-'));
  const printed = new Map<string, string>();
  const results: Record<string, Counts> = {};
  const queue = [...files].sort((one, other) => statSync(other).size - statSync(one).size).values();
  const work = async (): Promise<void> => {
    for (const file of queue) {
      const name = basename(file);
      const json = join(directory, `${name}.json`);
      printed.set(file, await outputOf(['--part', '--only', name, '--json', json, ...args]));
      Object.assign(results, JSON.parse(readFileSync(json, 'utf8')));
    }
  };
  try {
    await Promise.all(Array.from({ length: jobs }, work));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  for (const file of files) process.stdout.write(printed.get(file) ?? '');
  return Object.fromEntries(files.map((file) => basename(file)).map((name) => [name, countsOf(results, name)]));
}

function countsOf(results: Readonly<Record<string, Counts>>, name: string): Counts {
  const counts = results[name];
  if (!counts) throw new Error(`${name} was not counted`);
  return counts;
}

/** Runs this very program once more; resolves to what it printed, its errors pass through. */
function outputOf(args: readonly string[]): Promise<string> {
  const [, program = ''] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
