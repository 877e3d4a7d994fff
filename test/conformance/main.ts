// npm run conformance -- [--data DIR] [--only yaml.jsonl] [--verbose] [--json FILE] [--minimum] [--raise] [--process [--sample N]] [--jobs N]
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kinds } from './kinds.ts';
import { compareWithMinimum, raiseMinimum } from './minimum.ts';
import { asProcess, inProcess } from './run/digkit.ts';
import { type Counts, runFile } from './runFile.ts';
import { sideBySide } from './sideBySide.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string', multiple: true },
    verbose: { type: 'boolean' },
    json: { type: 'string' },
    minimum: { type: 'boolean' },
    raise: { type: 'boolean' },
    /** Runs are made by dist/process/cli.js, which scripts/conformance.mjs builds, instead of within this process. */
    process: { type: 'boolean' },
    /** So many cases of each file, spread evenly over it. */
    sample: { type: 'string' },
    /** So many files at once, each in a process of its own. */
    jobs: { type: 'string' },
    /** This process is one of those: the counts of all files are for its parent to tell. */
    part: { type: 'boolean' },
  },
});

/** Recordings of runs. */
const runs = new Set(['run.jsonl', 'run-acceptance.jsonl', 'http.jsonl']);
const sample = values.sample === undefined ? undefined : Number(values.sample);

const directories = values.data
  ? [resolve(values.data)]
  : [resolve('test/conformance/data'), resolve('../shared/conformance/third-party')];
const found = directories.flatMap((directory) => recordings(directory));
const means = { digkit: values.process ? asProcess(resolve('dist/process/cli.js')) : inProcess };
const files = found
  .filter((file) => !values.only || values.only.includes(basename(file)))
  .filter((file) => !values.process || runs.has(basename(file)));
if (files.length === 0) {
  console.error(`No recordings (*.jsonl) in ${directories.join(', ')}`);
  process.exit(2);
}
const jobs = Number(values.jobs ?? 1);
const results = jobs > 1 && files.length > 1 ? await sideBySide(files, jobs, passedOn()) : await oneByOne();
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
if (values.raise) raiseMinimum(results);
if (values.process && !values.part) process.exitCode = allPassed(results) ? 0 : 1;
if (values.minimum) process.exitCode = compareWithMinimum(results) ? 0 : 1;

async function oneByOne(): Promise<Record<string, Counts>> {
  const results: Record<string, Counts> = {};
  for (const file of files) {
    const name = basename(file);
    const counts = await runKind(file, name);
    results[name] = counts;
    console.log(`${name} ${counts.passed}/${counts.total}`);
    if (counts.previews > 0) console.log(`${name} previews ${counts.previewsRight}/${counts.previews}`);
    if (counts.places > 0) console.log(`${name} places ${counts.placesRight}/${counts.places}`);
  }
  return results;
}

/** The options that hold for each file. */
function passedOn(): string[] {
  const { data, verbose, process: asProcesses } = values;
  return [
    ...(data === undefined ? [] : ['--data', data]),
    ...(verbose ? ['--verbose'] : []),
    ...(asProcesses ? ['--process'] : []),
    ...(values.sample === undefined ? [] : ['--sample', values.sample]),
  ];
}

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
    return runFile(file, none, report(name), sample);
  }
  return runFile(file, await load(means), report(name), sample);
}

function report(name: string): (id: string, difference: string) => void {
  return (id, difference) => {
    if (values.verbose) console.log(`--- ${name} ${id}\n${difference}`);
  };
}

/** Of runs as processes each case has to pass, as many as are run. */
function allPassed(counted: Readonly<Record<string, Counts>>): boolean {
  const sum = (of: 'passed' | 'total'): number => Object.values(counted).reduce((all, counts) => all + counts[of], 0);
  const failed = sum('total') - sum('passed');
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0;
}
