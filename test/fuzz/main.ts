// npm run fuzz -- [--inputs 1000000] [--seed 1] [--short]: no text may throw, hang or give places outside of itself.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../support/random.ts';
import { generate, mutate } from './mutate.ts';
import { fault } from './target.ts';

/** Milliseconds for one input: a busy machine's pauses stay below it, anything worse than linear in the text does not. */
const slowest = 1000;

const { values } = parseArgs({
  options: { inputs: { type: 'string' }, seed: { type: 'string', default: '1' }, short: { type: 'boolean' } },
});
const inputs = values.inputs ? Number(values.inputs) : values.short ? 15_000 : 1_000_000;
const seed = Number(values.seed);
const corpus = texts(['test/conformance/data', '../shared/conformance/third-party']);
const random = new Random(seed);
let worst = 0;
let failures = 0;
for (let index = 0; index < inputs && failures < 10; index++) {
  const text = random.below(5) === 0 ? generate(random) : mutate(random.pick(corpus), random.pick(corpus), random);
  const started = performance.now();
  const wrong = fault(text);
  const time = performance.now() - started;
  worst = Math.max(worst, time);
  if (wrong || time > slowest) report(index, text, wrong ?? `took ${time.toFixed(0)} ms`);
}
console.log(
  `${inputs} inputs, seed ${seed}, slowest ${worst.toFixed(0)} ms (limit ${slowest} ms), ${failures} failures`,
);
process.exitCode = failures === 0 ? 0 : 1;

/** The texts of the recordings: `text`, and the `.dig` files of `files`. */
function texts(folders: readonly string[]): string[] {
  const files = folders.filter(existsSync).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return files
    .filter((file) => /(yaml|check|check-mutants|corpus|schedule)\.jsonl$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { text, files } = JSON.parse(line) as { text?: string; files?: Record<string, string> };
      return text === undefined ? Object.values(files ?? {}) : [text];
    });
}

function report(index: number, text: string, wrong: string): void {
  failures++;
  mkdirSync('dist/fuzz', { recursive: true });
  const file = `dist/fuzz/input-${seed}-${index}.dig`;
  writeFileSync(file, text);
  console.log(`input ${index} (${file}): ${wrong}`);
}
