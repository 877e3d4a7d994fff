// npm run conformance -- [--data DIR] [--only yaml.jsonl] [--verbose] [--json FILE] [--minimum] [--raise]
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kinds } from './kinds.ts';
import { compareWithMinimum, raiseMinimum } from './minimum.ts';
import { type Counts, runFile } from './runFile.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string', multiple: true },
    verbose: { type: 'boolean' },
    json: { type: 'string' },
    minimum: { type: 'boolean' },
    raise: { type: 'boolean' },
  },
});

const directories = values.data
  ? [resolve(values.data)]
  : [resolve('test/conformance/data'), resolve('../shared/conformance/third-party')];
const found = directories.flatMap((directory) => recordings(directory));
const files = found.filter((file) => !values.only || values.only.includes(basename(file)));
if (files.length === 0) {
  console.error(`No recordings (*.jsonl) in ${directories.join(', ')}`);
  process.exit(2);
}
const results: Record<string, Counts> = {};
for (const file of files) {
  const name = basename(file);
  const counts = await runKind(file, name);
  results[name] = counts;
  console.log(`${name} ${counts.passed}/${counts.total}`);
  if (counts.places > 0) console.log(`${name} places ${counts.placesRight}/${counts.places}`);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
if (values.raise) raiseMinimum(results);
if (values.minimum) process.exitCode = compareWithMinimum(results) ? 0 : 1;

function recordings(directory: string): string[] {
  if (!existsSync(directory)) {
    console.log(`skipped: ${directory} does not exist on this machine`);
    return [];
  }
  const inside = readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(directory, name));
  const below = join(directory, 'third-party');
  return existsSync(below) ? [...inside, ...recordings(below)] : inside;
}

async function runKind(file: string, name: string): Promise<Counts> {
  const load = kinds[name];
  if (!load) {
    const none = { run: () => ({ passed: false, difference: 'this kind of recording is not supported' }) };
    return runFile(file, none, report(name));
  }
  return runFile(file, await load(), report(name));
}

function report(name: string): (id: string, difference: string) => void {
  return (id, difference) => {
    if (values.verbose) console.log(`--- ${name} ${id}\n${difference}`);
  };
}
