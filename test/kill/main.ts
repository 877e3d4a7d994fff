// npm run kill -- [--rounds 200] [--seed 1]: runs that are killed at any point resume without losing or repeating a finished task.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadFile } from '../../core/project/load.ts';
import { toMap } from '../../core/project/located.ts';
import { nodeFileSystem } from '../../host/nodeFileSystem.ts';
import { Random } from '../support/random.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const random = new Random(Number(values.seed));
const cli = resolve('dist/process/cli.js');

/** Each task adds a line to a file of its own. Groups, loops, a call, stores and parallel tasks: everything that a state has to bring back. */
const tasks =
  `+first:\n  sh>: echo x >> log/first\n` +
  `+store:\n  py>: tasks.store\n` +
  `+both:\n  _parallel: true\n  +a:\n    sh>: echo x >> log/a\n  +b:\n    sh>: echo \${n} >> log/b\n` +
  `+loop:\n  for_range>: {from: 0, to: 3, step: 1}\n  _do:\n    +each:\n      sh>: echo x >> log/each-\${range.from}\n` +
  `+last:\n  sh>: echo \${n} >> log/last\n`;
const files = {
  'main.dig': `_export: {py: {python: python3}}\n${tasks}+called:\n  call>: other/part\n`,
  'other/part.dig': '+x:\n  sh>: echo x >> ../log/x\n+y:\n  sh>: echo ${n} >> ../log/y\n',
  'tasks.py': "import digdag\ndef store():\n    open('log/store', 'a').write('x\\n')\n    digdag.env.store({'n': 7})\n",
};
const logs = ['a', 'b', 'each-0', 'each-1', 'each-2', 'first', 'last', 'store', 'x', 'y'];

const rounds = Number(values.rounds);
let whole = await timeOfWholeRun();
let [failed, kills] = [0, 0];
for (let round = 0; round < rounds; round++) {
  const before = kills;
  const problems = await oneRound();
  if (kills === before) {
    // The machine has become faster: the run was over before it could be killed, and shows nothing.
    whole *= 0.8;
    round--;
  }
  if (problems.length === 0) continue;
  failed++;
  console.log(`round ${round}: ${problems.join('; ')}`);
}
console.log(`killed ${kills} times`);
console.log(`${rounds - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Kills a run once or several times, then lets it end; gives what went wrong. */
async function oneRound(): Promise<string[]> {
  const project = makeProject();
  const problems: string[] = [];
  try {
    for (let tries = random.below(3); tries >= 0; tries--) {
      const before = doneTasks(project);
      await run(project, whole * (0.1 + random.next()));
      problems.push(...compare(before, doneTasks(project), 'a killed run'));
    }
    const [before, counts] = [doneTasks(project), lines(project)];
    const events = await run(project);
    const ran = new Set(events.flatMap(({ type, task }) => (type === 'task-started' && task ? [task.name] : [])));
    problems.push(
      ...[...before.keys()].filter((name) => ran.has(name) && isOperator(name)).map((name) => `${name} ran again`),
    );
    problems.push(...compare(before, doneTasks(project), 'the resumed run'));
    const last = events.at(-1);
    if (last?.type !== 'run-finished' || !last.success)
      problems.push(`the resumed run did not succeed: ${JSON.stringify(last)}`);
    for (const name of logs)
      problems.push(...countProblems(name, counts.get(name) ?? 0, lines(project).get(name) ?? 0, before));
    // Twice where the kill came between the end of the task's process and the note of it.
    const stored = read(project, 'last');
    if (stored.split('\n').some((line) => line !== '7')) problems.push(`the stored value is lost: ${stored}`);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
  return problems;
}

/** What is noted as done stays noted with the same text: nothing is lost, and nothing of it is done again. */
function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, what: string): string[] {
  return [...before].flatMap(([name, text]) =>
    after.get(name) === text ? [] : [`${what} changed the state of ${name}`],
  );
}

function countProblems(log: string, before: number, after: number, done: ReadonlyMap<string, string>): string[] {
  if (after === 0) return [`${log} was never run`];
  const noted = [...done.keys()].some((name) => taskOf(log).test(name));
  return noted && after !== before ? [`${log} was run again`] : [];
}

/** The task that writes a log. */
function taskOf(log: string): RegExp {
  const each = /^each-(\d)$/.exec(log)?.[1];
  return each === undefined ? new RegExp(`\\+${log}$`) : new RegExp(`range-from=${each}&[^+]*\\+each$`);
}

/** Groups, and operators that only make tasks, start again to make them. */
function isOperator(name: string): boolean {
  return logs.some((log) => taskOf(log).test(name));
}

interface Event {
  readonly type: string;
  readonly task?: { readonly name: string };
  readonly success?: boolean;
}

/** Runs the workflow; with a time, kills it then (SIGKILL). */
async function run(project: string, killAfter?: number): Promise<Event[]> {
  const args = [cli, 'run', 'main.dig', '--session', '2026-01-02', '--format', 'jsonl'];
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolveEnd) => child.once('close', () => resolveEnd()));
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  if (killAfter !== undefined) {
    await Promise.race([sleep(killAfter), ended]);
    if (child.exitCode === null && child.kill('SIGKILL')) kills++;
  }
  await ended;
  // What the killed run had started is not its own any more: it comes to an end by itself.
  if (killAfter !== undefined) await sleep(300);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Event);
}

function makeProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'digkit-kill-'));
  for (const folder of ['log', 'other']) mkdirSync(join(project, folder));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  return project;
}

async function timeOfWholeRun(): Promise<number> {
  const project = makeProject();
  const started = performance.now();
  const last = (await run(project)).at(-1);
  rmSync(project, { recursive: true, force: true });
  if (last?.success !== true) throw new Error(`the workflow of this test fails: ${JSON.stringify(last)}`);
  return performance.now() - started;
}

/** Names and texts of the states that are noted; each has to be whole, as Digdag reads it. */
function doneTasks(project: string): Map<string, string> {
  const directory = join(project, '.digdag', 'status', '20260102T000000+0000');
  if (!existsSync(directory)) return new Map();
  const names = readdirSync(directory).filter((name) => name.endsWith('.yml'));
  return new Map(
    names.map((name) => {
      const path = join(directory, name);
      const loaded = loadFile(nodeFileSystem, path);
      const state = loaded?.config && loaded.errors.length === 0 ? toMap(loaded.config).get('state') : undefined;
      if (state !== 'success') throw new Error(`${path} is not whole:\n${readFileSync(path, 'utf8')}`);
      return [name.slice(0, -'.yml'.length), readFileSync(path, 'utf8')];
    }),
  );
}

function lines(project: string): Map<string, number> {
  const names = readdirSync(join(project, 'log'));
  return new Map(names.map((name) => [name, read(project, name).split('\n').length]));
}

function read(project: string, log: string): string {
  const path = join(project, 'log', log);
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : '';
}
