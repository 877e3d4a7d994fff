import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainRow, row } from './measure.ts';

const cli = join(process.cwd(), 'dist', 'bench', 'cli.js');
const rounds = 5;
const tasks = 900;
const threads = 8;

/** As many scripts as tasks, so many at once, by nothing but a loop. */
const bareLoop = (atOnce: number): string => `
const { spawn } = require('node:child_process');
let left = ${tasks};
const next = () => {
  if (left-- > 0) spawn('/bin/sh', ['-c', 'true'], { stdio: 'pipe' }).on('close', next);
};
for (let worker = 0; worker < ${atOnce}; worker++) next();
`;

interface Run {
  readonly name: string;
  readonly dig: string;
  readonly options?: readonly string[];
  readonly floor: string;
  readonly limit: number;
}

const of = (task: (n: number) => string): string =>
  Array.from({ length: tasks }, (_, n) => `+t${n}:\n  ${task(n)}\n`).join('');

const runs: readonly Run[] = [
  { name: `${tasks} echo>`, dig: of((n) => `echo>: hello ${n}`), floor: '0', limit: 8 },
  {
    name: `${tasks} echo> made by a loop`,
    dig: `+l:\n  loop>: ${tasks}\n  _do:\n    echo>: hello \${i}\n`,
    floor: '0',
    limit: 8,
  },
  { name: `${tasks} sh> of true`, dig: of(() => 'sh>: "true"'), floor: bareLoop(1), limit: 1.5 },
  {
    name: `${tasks} sh> of true, ${threads} at once`,
    dig: `_parallel: true\n${of(() => 'sh>: "true"')}`,
    options: ['--max-task-threads', String(threads)],
    floor: bareLoop(threads),
    limit: 1.5,
  },
];

/** Whole runs as processes, each in a session of its own, beside a process of Node that does as much without a workflow. */
export async function running(): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-bench-'));
  try {
    const lines = runs.map((run, index) => measured(run, join(directory, String(index))));
    const [small, large] = [await peakMemory(directory, 10), await peakMemory(directory, 1000)];
    return [...lines, plainRow('memory that 1 GB of output takes more than 10 MB', large - small, 'MB', 32)];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function measured({ name, dig, options = [], floor, limit }: Run, cwd: string): string {
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'main.dig'), dig);
  const least = { time: Number.POSITIVE_INFINITY, floor: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    least.floor = Math.min(least.floor, timed(cwd, ['-e', floor]));
    const session = `2026-01-02 00:00:0${round}`;
    least.time = Math.min(least.time, timed(cwd, [cli, 'run', 'main.dig', '--session', session, ...options]));
  }
  return row(name, least, limit);
}

function timed(cwd: string, args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`node ${args.join(' ')}: exit code ${status}\n${stderr}`);
  return performance.now() - started;
}

/** The most memory, in MB, that a run needs to pass so many MB of a task's output on; throws where some of it is lost. */
async function peakMemory(cwd: string, megabytes: number): Promise<number> {
  const size = megabytes * 1_000_000;
  writeFileSync(join(cwd, 'output.dig'), `+a:\n  sh>: head -c ${size} /dev/zero\n`);
  const args = [cli, 'run', 'output.dig', '--rerun', '--no-save'];
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  let [zeros, peak] = [0, 0];
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    zeros += chunk.length - chunk.toString('latin1').replaceAll('\0', '').length;
    peak = Math.max(peak, peakOf(child.pid));
  }
  if (zeros !== size) throw new Error(`${size - zeros} bytes of the output are lost`);
  return peak;
}

/** Linux tells the most that a process ever had; elsewhere 0. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1000;
  } catch {
    return 0;
  }
}
