import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { RunEvent } from '../../events.ts';
import type { RunOptions } from '../../options.ts';
import { digdagEngine } from './engine.ts';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'digkit-digdag-'));
  mkdirSync(join(directory, 'jdk', 'bin'), { recursive: true });
  write('main.dig', '+a:\n  echo>: a\n+b:\n  sh>: exit 3\n');
  java('openjdk version "17.0.15" 2025-04-15');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function write(name: string, text: string, mode = 0o644): string {
  writeFileSync(join(directory, name), text);
  chmodSync(join(directory, name), mode);
  return join(directory, name);
}

function java(version: string): void {
  write('jdk/bin/java', `#!/bin/sh\necho '${version}' >&2\n`, 0o755);
}

/** A digdag that notes how it was called, and prints. */
function digdag(stdout: readonly string[], stderr: readonly string[], exitCode: number, more = ''): string {
  const now = '2026-01-02 03:04:05 +0000';
  write('stdout', stdout.map((line) => `${line.replace('NOW', now)}\n`).join(''));
  write('stderr', stderr.map((line) => `${line}\n`).join(''));
  const note = `printf '%s\\n' "$PWD" "$JDK_JAVA_OPTIONS" "$DIGDAG_CONFIG" "$@" > ${directory}/called`;
  const keep = `while [ $# -gt 0 ]; do [ "$1" = --params-file ] && cp "$2" ${directory}/params; shift; done`;
  const script = `#!/bin/sh\n${note}\n${keep}\n${more}\ncat ${directory}/stdout\ncat ${directory}/stderr >&2\nexit ${exitCode}\n`;
  return write('digdag', script, 0o755);
}

function options(more: Partial<RunOptions> = {}): RunOptions {
  return {
    projectDirectory: directory,
    workflow: 'main',
    params: new Map(),
    session: '2026-01-02 03:04:05',
    selection: {},
    statusDirectory: '.digdag/status',
    save: true,
    env: { PATH: process.env.PATH, JAVA_HOME: join(directory, 'jdk') },
    files: nodeFileSystem,
    ...more,
  };
}

async function run(program: string | undefined, more: Partial<RunOptions> = {}, signal = new AbortController().signal) {
  const events: RunEvent[] = [];
  const engine = digdagEngine(program === undefined ? {} : { program });
  const finished = await engine.run(
    options(more),
    (event) => {
      events.push(event);
    },
    signal,
  );
  return { events, finished };
}

const called = (): string[] => readFileSync(join(directory, 'called'), 'utf8').split('\n');
const begin =
  'NOW [INFO] (main) io.digdag.core.workflow.WorkflowExecutor: Starting a new session project id=1 workflow name=main session_time=2026-01-02T03:04:05+00:00';
const about = (task: string, message: string, level = 'INFO'): string =>
  `NOW [${level}] (0021@[0:default:1:1]${task}) io.digdag.core.agent.OperatorManager: ${message}`;

describe('the digdag engine', () => {
  it('tells what digdag writes as events with places, and the final messages', async () => {
    const program = digdag(
      [
        begin,
        about('+main+a', 'echo>: a'),
        'a',
        about('+main+b', 'sh>: exit 3'),
        about('+main+b', 'Task failed with unexpected error: Command failed with code 3', 'ERROR'),
        'java.lang.RuntimeException: Command failed with code 3',
        '\tat io.digdag.X.run(X.java:1)',
        about('+main^failure-alert', 'type: notify'),
      ],
      [
        'error: ',
        '  * +main+b:',
        '    Command failed with code 3 (runtime)',
        '',
        'Task state is saved at x directory.',
      ],
      1,
    );
    const { events, finished } = await run(program);
    expect(finished).toMatchObject({ success: false, canceled: false });
    const added = events.find((event) => event.type === 'tasks-added');
    expect(added?.tasks.map(({ task, parent }) => [task.name, parent])).toEqual([
      ['+main', undefined],
      ['+main+a', 1],
      ['+main+b', 1],
    ]);
    expect(finished.errors).toEqual([
      {
        task: {
          id: 3,
          name: '+main+b',
          group: false,
          source: { path: join(directory, 'main.dig'), line: 3, column: 1 },
        },
        message: 'Command failed with code 3 (runtime)',
      },
    ]);
    const told = events.flatMap((event) => ('task' in event && event.task ? [`${event.type} ${event.task.name}`] : []));
    expect(told.slice(0, 8)).toEqual([
      'task-started +main',
      'task-started +main+a',
      'output +main+a',
      'task-finished +main+a',
      'task-started +main+b',
      'task-finished +main+b',
      'task-started +main^failure-alert',
      'task-finished +main^failure-alert',
    ]);
    expect(events[0]).toMatchObject({ type: 'run-started', sessionTime: '2026-01-02T03:04:05+00:00', timezone: 'UTC' });
    expect(events.find((event) => event.type === 'task-finished' && event.state === 'error')).toMatchObject({
      message: 'Command failed with code 3',
    });
  });

  it('runs in the project, tells a newer Java what Digdag needs, and hides parameters and secrets from the list of processes', async () => {
    const program = digdag([begin], ['Success. Task state is saved at x directory.'], 0);
    await run(program, {
      params: new Map<string, number | string>([
        ['n', 1],
        ['text', '1'],
      ]),
      secrets: new Map([['db.password', 'p ß=1']]),
      selection: { rerun: true },
    });
    const [where, javaOptions, config, ...args] = called();
    expect(where).toBe(directory);
    expect(javaOptions).toMatch(/^-XX:\+IgnoreUnrecognizedVMOptions --add-opens=java\.base\/java\.lang=ALL-UNNAMED/);
    expect(config).toBe('secrets.db.password=p\\u0020\\u00df\\u003d1');
    expect(args.slice(0, 5)).toEqual(['run', 'main.dig', '--session', '2026-01-02 03:04:05', '--rerun']);
    expect(args.join(' ')).not.toMatch(/password|text/);
    expect(readFileSync(join(directory, 'params'), 'utf8')).toBe('{"n":1,"text":"1"}');
  });

  it('saves nothing of a dry run, and leaves Java 8 and 11 alone', async () => {
    java('java version "1.8.0_392"');
    await run(digdag([begin], [], 0), { dryRun: true });
    expect(called()).toEqual(expect.arrayContaining(['--dry-run', '--no-save']));
    expect(called()[1]).toBe('');
  });

  it('says where the digdag command was looked for', async () => {
    await expect(run(join(directory, 'nowhere'))).rejects.toThrow(/nowhere, which is to be the digdag command/);
    await expect(run(undefined, { env: { PATH: directory, JAVA_HOME: '/x' } })).rejects.toThrow(
      /no digdag command in PATH, nor at .*\.td\/digdag\/digdag.*digkit\.run\.digdagPath/,
    );
  });

  it('says which Java is missing, too old, or does not fit', async () => {
    const program = digdag(
      [],
      ["Unrecognized VM option 'AggressiveOpts'", 'Error: Could not create the Java Virtual Machine.'],
      1,
    );
    await expect(run(program)).rejects.toThrow(/Java 17 .*Unrecognized VM option 'AggressiveOpts'.*JAVA_HOME/);
    java('java version "1.7.0_80"');
    await expect(run(program)).rejects.toThrow(/needs Java 8 or newer; .* is Java 7/);
    await expect(run(program, { env: { JAVA_HOME: '/nowhere' } })).rejects.toThrow(/\/nowhere\/bin\/java does not run/);
  });

  it('tells why Digdag runs nothing: in its words, or with our places where we know them', async () => {
    const program = digdag([], ['error: --session must be hourly (config)'], 1);
    await expect(run(program)).rejects.toThrow('--session must be hourly (config)');
    write('broken.dig', '+a:\n  echo>: 1\n  sh>: 2\n');
    await expect(run(program)).rejects.toMatchObject({ files: [join(directory, 'broken.dig')] });
  });

  it('ends all that digdag has started when the run is stopped', async () => {
    const more = `cat ${directory}/stdout; sleep 300 & echo $! > ${directory}/child; wait`;
    const program = digdag([begin, about('+main+a', 'echo>: a')], [], 0, more);
    const controller = new AbortController();
    const events: RunEvent[] = [];
    const finished = await digdagEngine({ program }).run(
      options(),
      (event) => {
        events.push(event);
        if (event.type === 'task-started' && event.task.name === '+main+a') {
          setTimeout(() => controller.abort(), 200);
        }
      },
      controller.signal,
    );
    expect(finished).toMatchObject({ success: false, canceled: true });
    expect(finished.tasks.map(({ task, state }) => `${task.name} ${state}`)).toEqual([
      '+main canceled',
      '+main+a canceled',
      '+main+b blocked',
    ]);
    const child = Number(readFileSync(join(directory, 'child'), 'utf8'));
    // Gone, or waiting for its new parent to hear of that.
    const state = (): string => spawnSync('ps', ['-o', 'stat=', '-p', String(child)], { encoding: 'utf8' }).stdout;
    await vi.waitFor(() => expect(state()).toMatch(/^(?:Z|$)/), 5000);
  });
});
