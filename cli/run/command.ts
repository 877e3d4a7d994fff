import { relative } from 'node:path';
import type { RunEvent, RunFinished } from '../../runner/events.ts';
import { runWorkflow } from '../../runner/run.ts';
import { type RunFlags, runOptions, type World } from './options.ts';

/** Runs what a command line asks for; throws a StartError where that is not possible. */
export function runCommand(
  file: string,
  task: string | undefined,
  flags: RunFlags,
  world: World,
  onEvent: (event: RunEvent) => void | Promise<void>,
  signal: AbortSignal,
): Promise<RunFinished> {
  return runWorkflow(runOptions(file, task, flags, world), onEvent, signal);
}

/** A path as it is shortest to read from a directory. */
export function pathFrom(directory: string): (path: string) => string {
  return (path) => {
    const inside = relative(directory, path);
    return inside === '' || inside.startsWith('..') ? path : inside;
  };
}
