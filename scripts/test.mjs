// npm test: everything that checks the project. One line a step, the output of what failed, and the counts on the last line.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
const reports = join(root, 'dist', 'reports');
const bin = (name) => join(root, 'node_modules', '.bin', name + (process.platform === 'win32' ? '.cmd' : ''));
const script = (name, ...args) => [process.execPath, join(root, 'scripts', name), ...args];
const only = process.argv.slice(2);

/**
 * Stages follow one another; the lanes of a stage run at the same time, the steps of a lane one after another: those that build the same
 * files stand in one lane. A step counts as one test unless it tells its own counts (`counts` reads them behind the run).
 */
const stages = [
  [
    [{ name: 'format and lint', command: [bin('biome'), 'ci', '.'] }],
    [
      { name: 'types', command: [bin('tsc'), '--noEmit'] },
      { name: 'types of the pure core', command: [bin('tsc'), '-p', 'core', '--noEmit'] },
      { name: 'types of the webviews', command: [bin('tsc'), '-p', 'client/webview', '--noEmit'] },
    ],
    [{ name: 'dead code', command: [bin('knip')] }],
    [{ name: 'package', command: script('package.mjs') }],
  ],
  [
    [
      {
        name: 'unit and protocol tests',
        command: [
          bin('vitest'),
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${join(reports, 'unit.json')}`,
        ],
        counts: unitCounts,
      },
    ],
  ],
  [
    [
      {
        name: 'conformance',
        command: script(
          'conformance.mjs',
          '--minimum',
          '--jobs',
          String(availableParallelism()),
          '--json',
          join(reports, 'conformance.json'),
        ),
        counts: lastLine,
      },
    ],
    [
      {
        name: 'runs as processes',
        command: script('conformance.mjs', '--process', '--sample', '20'),
        counts: lastLine,
      },
      { name: 'killed runs', command: script('kill.mjs', '--rounds', '5'), counts: lastLine },
      { name: 'fuzz', command: script('fuzz.mjs', '--short') },
    ],
  ],
  [[{ name: 'end to end', command: script('e2e.mjs'), counts: lastLine }]],
];

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) await Promise.all(stage.map(runLane));
console.log(line(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;

async function runLane(steps) {
  for (const step of steps) if (only.length === 0 || only.some((word) => step.name.includes(word))) await runStep(step);
}

async function runStep(step) {
  mkdirSync(reports, { recursive: true });
  const started = Date.now();
  const { code, output } = await run(step.command);
  const counts = step.counts?.(output) ?? { passed: 0, failed: 0, skipped: 0 };
  if (code === 0 && counts.passed + counts.failed + counts.skipped === 0) counts.passed = 1;
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  if (code !== 0) console.log(output);
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name}: ${line(counts)} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
}

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

function run([command, ...args]) {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1' };
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      shell: process.platform === 'win32',
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** vitest's JSON report, written anew by this run. */
function unitCounts() {
  const file = join(reports, 'unit.json');
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

/** `N passed, N failed[, N skipped]` as the last line of a step's own output. */
function lastLine(output) {
  const found = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/m.exec(output.trimEnd().split('\n').at(-1) ?? '');
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) } : undefined;
}
