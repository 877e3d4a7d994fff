import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtProgram } from '../support/builtProgram.ts';
import { hasTerminals, onTerminal } from '../support/terminal.ts';

/** A busy machine is slow. */
const patience = { timeout: 20_000 };

const outdir = builtProgram();

function project(dig: string): string {
  const directory = mkdtempSync(join(outdir, 'project-'));
  writeFileSync(join(directory, 'main.dig'), dig);
  return directory;
}

interface Options {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly stdout?: number;
}

function run(args: readonly string[], { cwd, env = {}, stdout }: Options) {
  return spawnSync(process.execPath, [join(outdir, 'cli.js'), 'run', 'main.dig', ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
  });
}

describe('digkit run as a process', () => {
  it.skipIf(!existsSync('/dev/full'))('does not pretend that it has told what could not be written', () => {
    const done = run([], { cwd: project('+a:\n  echo>: hi\n'), stdout: openSync('/dev/full', 'w') });
    expect(done.status).toBe(1);
    expect(done.stderr).toContain('the output could not be written: ENOSPC');
  });

  it('ends where its project is gone, and does not make it again', () => {
    const cwd = project('+a:\n  sh>: rm -rf "$PWD"\n+b:\n  echo>: never\n');
    const done = run([], { cwd });
    expect(done.status).toBe(1);
    expect(done.stdout).toContain(`The project directory ${cwd} is gone: the run ends`);
    expect(existsSync(cwd)).toBe(false);
  });

  it('takes secrets of the environment, shows none, and keeps them from what it starts', () => {
    const cwd = project(
      '+a:\n  sh>: env | grep -c "^DIGKIT_SECRET" || true; test "${secret:db.password}" = $(cat expected) && echo same\n' +
        '+b:\n  http>: "${secret:url}"\n',
    );
    writeFileSync(join(cwd, 'expected'), 's3cret-one');
    const env = { DIGKIT_SECRET_DB_PASSWORD: 's3cret-one', DIGKIT_SECRET_URL: 'not a url s3cret-two' };
    const done = run([], { cwd, env });
    expect(done.stdout).toMatch(/^0\nsame$/m);
    expect(done.stdout + done.stderr).not.toMatch(/s3cret/);
    expect(done.stderr).toContain('+main+b:');
  });

  it('tells programs in their own way why it cannot start', () => {
    const done = run(['--format', 'jsonl'], { cwd: project('+a: 1\n') });
    expect(done.status).toBe(1);
    expect(JSON.parse(done.stdout)).toMatchObject({
      type: 'run-refused',
      files: [expect.stringMatching(/main\.dig$/)],
    });
  });

  it("is read by VS Code's problem matcher $digkit: the begin and the end of a background task, and failures", () => {
    const cwd = project('+a:\n  sh>: exit 3\n');
    const { stdout, stderr } = run(['--task-log', 'logs'], { cwd, env: { FORCE_COLOR: '1' } });
    // VS Code takes colours away before it looks.
    const lines = stripVTControlCharacters(stdout + stderr).split('\n');
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const [{ background, pattern }] = manifest.contributes.problemMatchers;
    const matching = (regexp: string): number[] =>
      lines.flatMap((line, index) => (new RegExp(regexp).test(line) ? [index] : []));
    expect(matching(background.beginsPattern)).toEqual([0]);
    expect(matching(background.endsPattern)).toHaveLength(1);
    const [failure = ''] = matching(pattern.regexp).map((index) => lines[index]);
    const found = new RegExp(pattern.regexp).exec(failure) ?? [];
    expect([found[pattern.file], found[pattern.line], found[pattern.column], found[pattern.severity]]).toEqual([
      ...['main.dig', '1', '1', 'error'],
    ]);
    expect(found[pattern.message]).toContain('+main+a: Command failed with code 3');
    expect(readdirSync(join(cwd, 'logs'))).toHaveLength(1);
  });

  it.skipIf(!hasTerminals)('says on a terminal what runs, and erases that again', () => {
    const cwd = project('+a:\n  sh>: sleep 1; echo done\n+b:\n  echo>: end\n');
    const command = `${process.execPath} ${join(outdir, 'cli.js')} run main.dig`;
    const env: NodeJS.ProcessEnv = { ...process.env, TERM: 'xterm', NO_COLOR: '1' };
    const stdout = onTerminal(command, { cwd, env, encoding: 'utf8' });
    const erase = '\r\u001b[K';
    expect(stdout).toContain(`0 done, 1 running: +main+a 0s${erase}`);
    // What is left when each line is erased that is: the same as on a pipe.
    const lines = stdout.replaceAll('\r\n', '\n').split('\n');
    const left = lines.map((line) => line.split(erase).at(-1)).join('\n');
    expect(left).not.toContain('\u001b');
    expect(shape(left)).toBe(shape(run([], { cwd }).stdout));
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 130],
    ['SIGHUP', 130],
  ] as const)('%s ends it and all that it started', async (signal, code) => {
    const cwd = project('+a:\n  sh>: sh start.sh\n');
    writeFileSync(join(cwd, 'start.sh'), 'sleep 60 &\necho $! > pid\nwait\n');
    const child = spawn(process.execPath, [join(outdir, 'cli.js'), 'run', 'main.dig'], { cwd, stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const pid = await pidOf(cwd);
    child.kill(signal);
    expect(await ended).toBe(code);
    await expect.poll(() => isAlive(pid), patience).toBe(false);
  });

  it.each([
    ['a second Ctrl+C ends at once what does not end by itself', ['SIGINT', 'SIGINT'], 130],
    ['what it started ends also where it is killed itself', ['SIGKILL'], null],
  ] as const)('%s', async (_, signals, code) => {
    const cwd = project('+a:\n  sh>: sh start.sh\n');
    writeFileSync(join(cwd, 'start.sh'), "trap '' TERM INT\necho $$ > pid\nwhile true; do sleep 1; done\n");
    const child = spawn(process.execPath, [join(outdir, 'cli.js'), 'run', 'main.dig'], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const pid = await pidOf(cwd);
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    for (const [index, signal] of signals.entries()) {
      if (index > 0) await expect.poll(() => said, patience).toContain('Stopping');
      child.kill(signal);
    }
    const started = Date.now();
    expect(await ended).toBe(code);
    // It would wait three seconds for a process to end by itself.
    expect(Date.now() - started).toBeLessThan(2500);
    await expect.poll(() => isAlive(pid), patience).toBe(false);
  });

  it('passes a large output on whole, in little memory', async () => {
    const cwd = project('+a:\n  sh>: head -c 60000000 /dev/zero | tr "\\\\0" x\n');
    const script = 'echo $$; exec "$@"';
    const args = [
      '-c',
      script,
      'sh',
      process.execPath,
      '--max-old-space-size=40',
      join(outdir, 'cli.js'),
      'run',
      'main.dig',
    ];
    const child = spawn('sh', args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    let [count, peak] = [0, 0];
    for await (const chunk of child.stdout) {
      for (const byte of chunk as Buffer) if (byte === 120) count++;
      peak = Math.max(peak, memoryOf(child.pid));
    }
    expect(count).toBe(60_000_000);
    if (peak > 0) expect(peak).toBeLessThan(250_000_000);
  });
});

/** Without what differs from run to run. */
function shape(text: string): string {
  return text.replaceAll(/\d+:\d+:\d+|\d+\.\d+s/g, '…');
}

/** The number that a script has written into the file `pid`. */
async function pidOf(cwd: string): Promise<number> {
  const pidFile = join(cwd, 'pid');
  await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '', patience).toBe(true);
  return Number(readFileSync(pidFile, 'utf8'));
}

/** The resident bytes of a process, 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    return 4096 * Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
