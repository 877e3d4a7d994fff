import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../runner/events.ts';
import { inProcess } from '../conformance/run/digkit.ts';

const session = ['--session', '2026-01-02 03:04:05'];
const saved = '20260102T030405+0000';
const storing = 'import digdag\ndef f():\n    digdag.env.store(dict(x="kept"))\n';
const four = '+a:\n  echo>: a\n+b:\n  +c:\n    echo>: c\n  +d:\n    echo>: d\n+e:\n  echo>: e\n';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'digkit-options-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}

interface Told {
  readonly output: string;
  /** Why it could not start. */
  readonly refusal?: string;
  readonly events: readonly RunEvent[];
}

/** `digkit run main.dig …` in the directory, whose configuration is in `config`. */
async function run(...args: string[]): Promise<Told> {
  const env = { ...process.env, DIGDAG_CONFIG_HOME: join(directory, 'config') };
  const answer = await inProcess({ args: ['main.dig', ...args], directory, env, signal: new AbortController().signal });
  if (answer.kind === 'usage') throw new Error('the command line was not taken');
  if (answer.kind === 'refused') return { output: '', refusal: answer.message, events: [] };
  const chunks = answer.events.flatMap((event) => (event.type === 'output' ? [event.chunk] : []));
  return { output: Buffer.concat(chunks).toString(), events: answer.events };
}

const outputOf = async (...args: string[]): Promise<string> => (await run(...args)).output;

function sessionTime({ events }: Told): string | undefined {
  return events.flatMap((event) => (event.type === 'run-started' ? [event.sessionTime] : []))[0];
}

describe('which tasks run', () => {
  it('+task: this one and what is in it', async () => {
    write({ 'main.dig': four });
    expect(await outputOf('+b')).toBe('c\nd\n');
    expect((await run('+x')).refusal).toContain('+x');
  });

  it('a session skips what it has done; -a, --all and --rerun do it again', async () => {
    write({ 'main.dig': four });
    expect(await outputOf(...session)).toBe('a\nc\nd\ne\n');
    expect(await outputOf(...session)).toBe('');
    for (const option of ['-a', '--all', '--rerun']) expect(await outputOf(...session, option)).toBe('a\nc\nd\ne\n');
  });

  it('--resume takes the last session up; without it a new one begins', async () => {
    write({ 'main.dig': '+a:\n  echo>: a\n+b:\n  sh>: test -e ready && echo b\n' });
    expect(await outputOf(...session)).toBe('a\n');
    write({ ready: '' });
    const resumed = await run('--resume');
    expect([resumed.output, sessionTime(resumed)]).toEqual(['b\n', '2026-01-02T03:04:05+00:00']);
    expect(await outputOf()).toBe('a\nb\n');
  });

  it.each([
    ['-s', '--start', 'd\ne\n'],
    ['-g', '--goal', 'd\n'],
  ])('%s, %s +task: in the last session', async (short, long, output) => {
    write({ 'main.dig': four });
    await run(...session);
    expect(await outputOf(short, '+d')).toBe(output);
    expect(await outputOf(long, '+d')).toBe(output);
  });

  it('-e, --end +task: what comes before it', async () => {
    write({ 'main.dig': four });
    expect(await outputOf('-e', '+d', '--no-save')).toBe('a\nc\n');
    expect(await outputOf('--end', '+b', '--no-save')).toBe('a\n');
  });

  it('refuses what contradicts itself, as Digdag does', async () => {
    write({ 'main.dig': four });
    for (const options of [
      ['--start', '+a', '--goal', '+b'],
      ['--goal', '+a', '--end', '+b'],
      ['--rerun', '--start', '+a'],
      ['--rerun', '--goal', '+a'],
    ])
      expect((await run(...options)).refusal, options.join(' ')).toBeTruthy();
  });
});

describe('what tasks see', () => {
  it('-p, --param: texts, dotted names nested, the last one wins', async () => {
    write({ 'main.dig': '+a:\n  echo>: ${n + 1} ${m.x} ${m.y}\n' });
    expect(await outputOf('-p', 'n=1', '--param', 'm.x=1', '-p', 'm.y=a=b', '-p', 'm.x=2')).toBe('11 2 a=b\n');
    expect((await run('-p', 'n')).refusal).toContain('n');
  });

  it('-P, --params-file: values with their types, below -p', async () => {
    write({ 'main.dig': '+a:\n  echo>: ${n + 1} ${m}\n', 'params.yml': 'n: 1\nm: file\n' });
    expect(await outputOf('-P', 'params.yml')).toBe('2 file\n');
    expect(await outputOf('--params-file', 'params.yml', '-p', 'm=given')).toBe('2 given\n');
    expect((await run('-P', 'none.yml')).refusal).toContain('none.yml');
  });

  it('-X, --system, -c, --config and the config file: weaker parameters, and secrets', async () => {
    const dig = '+a:\n  sh>: echo ${p} ${secret:s}\n';
    write({
      'main.dig': dig,
      'config/config': 'params.p = home\nsecrets.s = one\n',
      other: 'params.p=other\nsecrets.s=two\n',
    });
    expect(await outputOf()).toBe('home one\n');
    expect(await outputOf('-c', 'other')).toBe('other two\n');
    expect(await outputOf('-X', 'params.p=x', '--system', 'secrets.s=three')).toBe('x three\n');
    // The real Digdag lets a file of -c win over -X.
    expect(await outputOf('--config', 'other', '-X', 'params.p=x', '-X', 'params.q=y')).toBe('other two\n');
    expect(await outputOf('-X', 'params.p=x', '-p', 'p=given')).toBe('given one\n');
  });

  it('takes options without blanks around them, and without a pair of quotes', async () => {
    write({ 'main.dig': '+a:\n  echo>: "[${p}] [${q}] [${r}]"\n' });
    expect(await outputOf('-p', 'p= ', '-p', ' q = x ', '-p', '"r="')).toBe('');
    expect(await outputOf('-p', 'p= ', '-p', ' q= x ', '-p', '"r=1"')).toBe('[] [ x] [1]\n');
  });

  it('takes an option with one value only once', async () => {
    write({ 'main.dig': four, 'one.yml': 'a: 1\n', 'two.yml': 'a: 2\n' });
    await expect(run('-P', 'one.yml', '--params-file', 'two.yml')).rejects.toThrow('not taken');
  });

  it('a file of parameters that is none is told with the place of the fault', async () => {
    write({ 'main.dig': four, 'params.yml': 'a: 1\na: 2\n' });
    expect((await run('-P', 'params.yml')).refusal).toBe('Duplicated keys: [a] (duplicate key yaml)');
  });

  it.each([
    ['2026-01-31', '2026-01-31T00:00:00+09:00'],
    ['2026-01-31 01:02:03', '2026-01-31T01:02:03+09:00'],
    ['hourly', /^\d{4}-\d\d-\d\dT\d\d:00:00\+09:00$/],
    ['daily', /T00:00:00\+09:00$/],
    ['last', /T00:00:00\+09:00$/],
    ['schedule', /T00:00:00\+09:00$/],
  ])('-t, --session %s', async (time, expected) => {
    write({ 'main.dig': 'timezone: Asia/Tokyo\nschedule:\n  daily>: 01:00:00\n+a:\n  nop>:\n' });
    for (const option of ['-t', '--session']) {
      expect(sessionTime(await run(option, time, '--no-save'))).toEqual(
        typeof expected === 'string' ? expected : expect.stringMatching(expected),
      );
    }
  });

  it('--session: other words are refused', async () => {
    write({ 'main.dig': four });
    expect((await run('--session', 'someday')).refusal).toBeTruthy();
  });

  it('--timezone, -L, --log, -l, --log-level: taken, as by Digdag; a level has to be one', async () => {
    write({ 'main.dig': four });
    const options = ['--timezone', 'Asia/Tokyo', '-L', 'log', '-l', 'debug'];
    expect(sessionTime(await run(...session, ...options))).toBe('2026-01-02T03:04:05+00:00');
    expect(await outputOf('--log', 'log', '--log-level', 'warn', '+a')).toBe('a\n');
    expect((await run('-l', 'loud')).refusal).toContain('loud');
  });
});

describe('how it runs', () => {
  it('--project: another folder than the current one', async () => {
    write({ 'sub/main.dig': '+a:\n  sh>: basename "$PWD"\n' });
    expect(await outputOf('--project', 'sub')).toBe('sub\n');
    write({
      'sub/main.dig': '+a:\n  echo>: ${_project_path}\n',
      'main.dig': '+a:\n  echo>: ${typeof _project_path}\n',
    });
    expect(await outputOf('--project', 'sub')).toBe(`${join(directory, 'sub')}\n`);
    expect(await outputOf('--project', '.')).toBe('undefined\n');
    expect((await run('--project', 'nope')).refusal).toBe(`${join(directory, 'nope')} (no such file)`);
    expect((await run('--project', 'main.dig')).refusal).toBe(`${join(directory, 'main.dig')} (not directory)`);
  });

  it('-o, --save: where tasks are noted; --no-save: nowhere', async () => {
    write({ 'main.dig': four });
    await run(...session, '--no-save');
    expect(existsSync(join(directory, '.digdag'))).toBe(false);
    await run(...session, '-o', 'one');
    await run(...session, '--save', 'two');
    for (const folder of ['one', 'two']) expect(readdirSync(join(directory, folder, saved))).toContain('+main+b+c.yml');
  });

  it('-d, --dry-run: no operator is called, nothing is noted', async () => {
    write({ 'main.dig': '+a:\n  loop>: 2\n  _do:\n    sh>: echo ran\n+b:\n  echo>: ${nope}\n' });
    for (const option of ['-d', '--dry-run']) {
      const { events, output } = await run(...session, option);
      const skipped = events.flatMap((event) => (event.type === 'task-skipped' ? [event.task.name] : []));
      expect(skipped).toEqual(['+main+a^sub+loop-0', '+main+a^sub+loop-1', '+main^failure-alert']);
      expect(output).toBe('');
    }
    expect(existsSync(join(directory, '.digdag'))).toBe(false);
  });

  it('--dry-run takes up what the session did already: its results are there for what follows', async () => {
    write({ 'main.dig': '+a:\n  py>: t.f\n+b:\n  echo>: ${x}\n', 't.py': storing });
    await run(...session, '--goal', '+a');
    rmSync(join(directory, '.digdag', 'status', saved, '+main+b.yml'));
    const { events } = await run(...session, '-d', '-E');
    const skipped = events.flatMap((event) => (event.type === 'task-skipped' ? [[event.task.name, event.reason]] : []));
    expect(skipped).toEqual([
      ['+main+a', 'done'],
      ['+main+b', 'dry-run'],
    ]);
    expect(events.flatMap((event) => (event.type === 'log' ? [event.message] : []))[0]).toContain('x: "kept"');
    expect(existsSync(join(directory, '.digdag', 'status', saved, '+main+b.yml'))).toBe(false);
  });

  it('-E, --show-params: each task tells its parameters first; -dE does both', async () => {
    write({ 'main.dig': '+a:\n  sh>: echo ran\n  key: v ${session_date}\n' });
    for (const options of [['-E'], ['--show-params'], ['-dE']]) {
      const { events, output } = await run(...session, '--rerun', ...options);
      const logs = events.flatMap((event) => (event.type === 'log' ? [event.message] : []));
      expect(logs[0]).toContain('\n  key: "v 2026-01-02"\n');
      expect(output).toBe(options[0] === '-dE' ? '' : 'ran\n');
    }
  });

  it('--max-task-threads: no more tasks at once', async () => {
    const tasks = Array.from({ length: 6 }, (_, n) => `+t${n}:\n  sh>: sleep 0.05\n`);
    write({ 'main.dig': `_parallel: true\n${tasks.join('')}` });
    const most = async (...options: string[]): Promise<number> => {
      let [now, peak] = [0, 0];
      for (const event of (await run(...options)).events) {
        if (!('task' in event) || event.task === undefined || event.task.group) continue;
        if (event.type === 'task-started') now++;
        if (event.type === 'task-finished') now--;
        peak = Math.max(peak, now);
      }
      return peak;
    };
    expect(await most('--max-task-threads', '2')).toBe(2);
    expect(await most('--max-task-threads', '0')).toBe(6);
    expect(await most()).toBe(6);
    expect((await run('--max-task-threads', 'two')).refusal).toBe(
      '"--max-task-threads": couldn\'t convert "two" to an integer',
    );
  });
});
