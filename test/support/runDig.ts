import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { nodeFileSystem } from '../../host/nodeFileSystem.ts';
import type { RunEvent, RunFinished } from '../../runner/events.ts';
import type { RunOptions } from '../../runner/options.ts';
import { runWorkflow } from '../../runner/run.ts';

export type Finished = RunFinished & {
  readonly output: string;
  readonly events: readonly RunEvent[];
  readonly projectDirectory: string;
};

const directories = new Set<string>();
afterEach(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  directories.clear();
});

/** Runs the text as main.dig of a project of its own, which is gone after the test. */
export async function runDig(
  dig: string,
  more: Partial<RunOptions> = {},
  signal = new AbortController().signal,
  files: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const projectDirectory = more.projectDirectory ?? mkdtempSync(join(tmpdir(), 'digkit-run-'));
  directories.add(projectDirectory);
  for (const [name, text] of Object.entries({ 'main.dig': dig, ...files })) {
    mkdirSync(dirname(join(projectDirectory, name)), { recursive: true });
    writeFileSync(join(projectDirectory, name), text);
  }
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
  return { ...finished, output: Buffer.concat(chunks).toString(), events, projectDirectory };
}
