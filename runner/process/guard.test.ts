import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Guard } from './guard.ts';

/** A process that leads a group of its own and sleeps, its output in a pipe of the directory. */
function sleeper(directory: string): ChildProcess {
  const pipe = join(directory, 'pipe-0');
  if (!existsSync(pipe)) spawnSync('mkfifo', [pipe]);
  const end = openSync(pipe, constants.O_RDWR);
  const child = spawn('sleep', ['60'], { detached: true, stdio: ['ignore', end, end] });
  closeSync(end);
  return child;
}

/** The signal that ends it. */
async function endOf(child: ChildProcess): Promise<unknown> {
  const [, signal] = await once(child, 'exit');
  return signal;
}

describe.skipIf(process.platform !== 'linux')('what guards the processes of a run that is killed', () => {
  it('ends those that are noted, leaves those that have ended, and removes the directory', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'digkit-test-'));
    const guard = new Guard(directory);
    const [noted, other] = [sleeper(directory), sleeper(directory)];
    guard.watch().started(noted.pid ?? 0);
    const left = guard.watch();
    left.started(other.pid ?? 0);
    left.ended();
    const ended = endOf(noted);
    guard.close(); // as the end of the process does
    expect(await ended).toBe('SIGKILL');
    await vi.waitFor(() => expect(existsSync(directory)).toBe(false), 10_000);
    expect(other.exitCode ?? other.signalCode).toBeNull();
    other.kill('SIGKILL');
  });

  it('ends one that was just being started, when nobody knew its number', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'digkit-test-'));
    const guard = new Guard(directory);
    guard.watch();
    const ended = endOf(sleeper(directory));
    guard.close();
    expect(await ended).toBe('SIGKILL');
    await vi.waitFor(() => expect(existsSync(directory)).toBe(false), 10_000);
  });
});
