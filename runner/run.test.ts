import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import type { RunEvent, RunFinished } from './events.ts';
import type { RunOptions } from './options.ts';
import { runWorkflow } from './run.ts';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

async function run(
  dig: string,
  more: Partial<RunOptions> = {},
  signal = new AbortController().signal,
): Promise<RunFinished & { readonly output: string; readonly events: readonly RunEvent[] }> {
  const projectDirectory = mkdtempSync(join(tmpdir(), 'digkit-run-'));
  directories.push(projectDirectory);
  writeFileSync(join(projectDirectory, 'main.dig'), dig);
  const events: RunEvent[] = [];
  const options: RunOptions = {
    projectDirectory,
    workflow: 'main',
    params: new Map(),
    session: '2026-01-02',
    selection: {},
    statusDirectory: '.digdag/status',
    save: false,
    env: process.env,
    files: nodeFileSystem,
    ...more,
  };
  const finished = await runWorkflow(options, (event) => void events.push(event), signal);
  const chunks = events.flatMap((event) => (event.type === 'output' ? [event.chunk] : []));
  return { ...finished, output: Buffer.concat(chunks).toString(), events };
}

function states({ tasks }: RunFinished): Record<string, string> {
  return Object.fromEntries(tasks.map(({ task, state }) => [task.name, state]));
}

describe('runWorkflow', () => {
  it('runs tasks in order, with exports and session variables', async () => {
    const finished = await run(
      '_export: {x: 1}\n+a:\n  echo>: ${x} ${session_date}\n+g:\n  +b:\n    sh>: echo "$x"; echo err >&2\n',
    );
    expect(finished.output).toBe('1 2026-01-02\n1\nerr\n');
    expect(finished.success).toBe(true);
    expect(states(finished)).toEqual({
      '+main': 'success',
      '+main+a': 'success',
      '+main+g': 'success',
      '+main+g+b': 'success',
    });
  });

  it('runs _error with the error, and leaves the rest blocked', async () => {
    const finished = await run('+a:\n  fail>: no\n  _error:\n    echo>: saw ${error.message}\n+b:\n  echo>: never\n');
    expect(finished.output).toBe('saw no\n');
    expect(states(finished)).toEqual({
      '+main': 'group_error',
      '+main+a': 'error',
      '+main+b': 'blocked',
      '+main+a^error': 'success',
      '+main^failure-alert': 'success',
    });
    expect(finished.errors).toEqual([{ task: expect.objectContaining({ name: '+main+a' }), message: 'no' }]);
    expect(finished.errors[0]?.task.source).toMatchObject({ line: 1, column: 1 });
  });

  it('ends child processes when it is stopped', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const started = Date.now();
    const finished = await run('+a:\n  sh>: sleep 20 & sleep 20\n+b:\n  echo>: b\n', {}, controller.signal);
    expect(Date.now() - started).toBeLessThan(5000);
    expect(states(finished)).toEqual({ '+main': 'canceled', '+main+a': 'canceled', '+main+b': 'blocked' });
  });
});
