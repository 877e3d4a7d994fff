import { Command } from 'commander';
import { defineRun } from '../../../cli/run/define.ts';
import type { RunFlags } from '../../../cli/run/options.ts';

export interface RunArguments {
  readonly main: string;
  readonly args: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

/** A recorded command line, read by `digkit run` itself. */
export function parseRun({ main, args, params }: RunArguments): {
  file: string;
  task: string | undefined;
  flags: RunFlags;
} {
  let parsed: { file: string; task: string | undefined; flags: RunFlags } | undefined;
  const command = defineRun(new Command('run').exitOverride(), (file, task, flags) => {
    parsed = { file, task, flags };
  });
  const given = Object.entries(params).flatMap(([key, value]) => ['-p', `${key}=${value}`]);
  command.parse([main, ...args, ...given], { from: 'user' });
  if (!parsed) throw new Error('the command line was not taken');
  return parsed;
}
