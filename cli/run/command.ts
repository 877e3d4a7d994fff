import { relative, resolve } from 'node:path';
import { builtInEngine } from '../../runner/engines/builtIn.ts';
import type { Engine } from '../../runner/engines/engine.ts';
import type { RunEvent, RunFinished } from '../../runner/events.ts';
import { type RunFlags, runOptions, type World } from './options.ts';

/** Runs what a command line asks for; throws a StartError where that is not possible. */
export async function runCommand(
  file: string,
  task: string | undefined,
  flags: RunFlags,
  world: World,
  onEvent: (event: RunEvent) => void | Promise<void>,
  signal: AbortSignal,
): Promise<RunFinished> {
  const engine = await engineOf(flags);
  return engine.run(runOptions(file, task, flags, world), onEvent, signal);
}

async function engineOf({ engine, digdag, system, config }: RunFlags): Promise<Engine> {
  if (engine === 'built-in') return builtInEngine;
  const { digdagEngine } = await import('../../runner/engines/digdag/engine.ts');
  return digdagEngine({
    ...(digdag === undefined ? {} : { program: digdag }),
    ...(system === undefined ? {} : { system }),
    ...(config === undefined ? {} : { config: resolve(config) }),
  });
}

/** A path as it is shortest to read from a directory. */
export function pathFrom(directory: string): (path: string) => string {
  return (path) => {
    const inside = relative(directory, path);
    return inside === '' || inside.startsWith('..') ? path : inside;
  };
}
