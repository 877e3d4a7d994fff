import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeEvaluator } from '../../host/evaluator.ts';
import { preparePreview } from '../../runner/preview/prepare.ts';
import { sendPreview } from '../../runner/preview/send.ts';
import { memoryFileSystem } from './memoryFileSystem.ts';

/**
 * A process that previews each address that comes on its standard input, a line each, and prints the verdict with the most memory that it
 * took meanwhile. The first line tells its memory at rest, once it has sent a preview to the address in its arguments. Linux only.
 */
async function main(): Promise<void> {
  const [warm = ''] = process.argv.slice(2);
  for (let round = 0; round < 3; round++) await preview(warm);
  await collected();
  tell({ idle: kilobytes('VmRSS') });
  for await (const url of createInterface({ input: process.stdin })) {
    await collected();
    writeFileSync('/proc/self/clear_refs', '5');
    const kind = await preview(url);
    tell({ kind, peak: kilobytes('VmHWM') });
  }
}

async function preview(url: string): Promise<string> {
  const evaluator = nodeEvaluator();
  try {
    const prepared = await preparePreview({
      files: memoryFileSystem({ '/p/main.dig': `+t:\n  http_call>: ${url}\n  timeout: 1\n  retry: false\n` }),
      path: '/p/main.dig',
      projectDirectory: '/p',
      params: new Map(),
      sessionTime: () => 0,
      evaluator,
      proxies: [],
      secrets: () => undefined,
    });
    if (prepared.kind !== 'ready') throw new Error(prepared.kind);
    const yes = { confirm: () => Promise.resolve(true) };
    const result = await sendPreview(prepared, yes, AbortSignal.timeout(20_000));
    return result.kind === 'sent' ? result.verdict.kind : result.kind;
  } finally {
    evaluator.dispose();
  }
}

/** What an extension host that has nothing to do comes to by itself. */
async function collected(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    await sleep(20);
  }
}

/** Of the kernel's account: `VmRSS` is the memory in use now, `VmHWM` the most since `clear_refs` was written. */
function kilobytes(name: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(line?.[1]);
}

function tell(told: object): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

await main();
