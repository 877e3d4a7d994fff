// npm run fuzz -- [--inputs 1000000] [--seed 1] [--from 0] [--short]: no text may throw, hang, eat all memory or get places outside of itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { Inputs } from './inputs.ts';
import { type Failure, slowest, type Work, work } from './work.ts';

/** Milliseconds of processor time after which an input hangs. */
const longest = 20_000;
/** Megabytes that the thread may have. */
const memory = 1024;
const mostFailures = 10;

if (isMainThread) process.exitCode = await main();
else await work(workerData as Work);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      short: { type: 'boolean' },
    },
  });
  const count = values.inputs ? Number(values.inputs) : values.short ? 15_000 : 1_000_000;
  const seed = Number(values.seed);
  const seen = new Int32Array(new SharedArrayBuffer(8));
  let failures = 0;
  let from = Number(values.from);
  for (const to = from + count; from < to && failures < mostFailures; ) {
    const checked: Work = { seed, from, to, seen };
    const failure = await finished(checked, (found) => {
      failures++;
      report(seed, found);
    });
    if (failure) {
      failures++;
      report(seed, failure);
    }
    from = failure ? failure.index + 1 : to;
  }
  console.log(
    `${count} inputs, seed ${seed}, slowest ${Atomics.load(seen, 1)} ms (limit ${slowest} ms), ${failures} failures`,
  );
  return failures === 0 ? 0 : 1;
}

/** Resolves when a thread has checked everything, or to the input at which it could not go on. */
function finished(checked: Work, tell: (failure: Failure) => void): Promise<Failure | undefined> {
  const { seen } = checked;
  return new Promise((resolve) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: checked,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    let last = { index: -1, began: process.cpuUsage() };
    let told = checked.from;
    let failures = 0;
    const stopped = (wrong: string) => done({ index: Atomics.load(seen, 0), wrong });
    const timer = setInterval(() => {
      const index = Atomics.load(seen, 0);
      if (index !== last.index) last = { index, began: process.cpuUsage() };
      const { user, system } = process.cpuUsage(last.began);
      if ((user + system) / 1000 > longest) stopped(`did not end within ${longest} ms`);
      if (index - told < 100_000) return;
      told = index;
      console.log(`${index} inputs, slowest ${Atomics.load(seen, 1)} ms`);
    }, 1000);
    function done(failure: Failure | undefined): void {
      clearInterval(timer);
      worker.removeAllListeners();
      worker.terminate().then(() => resolve(failure));
    }
    worker.on('message', (failure: Failure) => {
      tell(failure);
      if (++failures >= mostFailures) done(undefined);
    });
    worker.on('error', (error) => stopped(error.message));
    worker.on('exit', () => done(undefined));
  });
}

/** Shows a failure and leaves its text as a file. */
function report(seed: number, { index, wrong }: Failure): void {
  mkdirSync('dist/fuzz', { recursive: true });
  const file = `dist/fuzz/input-${seed}-${index}.dig`;
  writeFileSync(file, new Inputs(seed).at(index).text);
  console.log(`input ${index} (${file}): ${wrong}`);
}
