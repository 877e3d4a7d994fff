import { type Command, InvalidArgumentError, Option } from 'commander';
import { statusFolder } from '../../core/schedule/savedSessions.ts';
import type { RunFlags } from './options.ts';
import { trimmed, trimmedFlags } from './trimmed.ts';

type Action = (file: string, task: string | undefined, flags: RunFlags) => void | Promise<void>;

/** The arguments and options of `digkit run`: those of `digdag run`, and Digkit's own `--resume` and `--format`. */
export function defineRun(command: Command, action: Action): Command {
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  command
    .description('Run a workflow on this machine, as `digdag run` does.')
    .argument('<workflow>', 'the workflow file, main.dig')
    .argument('[+task]', 'run this task and what is in it only')
    .option('--project <dir>', 'the project directory (default: the current one)')
    .option('-p, --param <key=value>', 'set a parameter; may be repeated', collect)
    .option('-P, --params-file <file>', 'read parameters from a YAML file')
    .option(
      '-t, --session <time>',
      'last, daily, hourly, schedule, or "yyyy-MM-dd[ HH:mm:ss]": what that session did already is skipped',
    )
    .option('--resume', 'take the last session up again, and skip what it did already')
    .option('-a, --rerun', 'run tasks that the session did already, too')
    .option('-s, --start <+task>', 'run this task and those behind it again')
    .option('-g, --goal <+task>', 'run this task and what it needs')
    .option('-e, --end <+task>', 'skip this task and those behind it')
    .option('-d, --dry-run', 'evaluate parameters, but call no operator')
    .option('-E, --show-params', 'show the parameters of each task before it runs')
    .option('-o, --save <dir>', 'where finished tasks are noted', statusFolder)
    .option(
      '--simulate <file>',
      'treat tasks as done that a YAML file names, and all of services (td, bq, …); notes no task',
    )
    .option('--no-save', 'do not note finished tasks')
    .option('--max-task-threads <n>', 'how many tasks run at once (default: no limit)')
    .option(
      '-X, --system <key=value>',
      'params.KEY=value, secrets.KEY=value or a setting, as in the config file',
      collect,
    )
    .option('-c, --config <file>', "Digdag's config file")
    .option('-O, --task-log <dir>', "keep each task's output in a file below this directory, too")
    .addOption(new Option('--format <format>', 'how the run is shown').choices(['text', 'jsonl']).default('text'))
    .addOption(
      new Option('--engine <engine>', 'what runs the workflow').choices(['built-in', 'digdag']).default('built-in'),
    )
    .option('--digdag <file>', 'the digdag command of --engine digdag (default: in PATH, and where it is usually put)')
    .addOption(new Option('--all').hideHelp())
    .addOption(new Option('--session-time <time>').hideHelp())
    .addOption(new Option('--timezone <zone>').hideHelp())
    .addOption(new Option('-l, --log-level <level>').hideHelp())
    .addOption(new Option('-L, --log <file>').hideHelp())
    .action((file: string, task: string | undefined, flags: RunFlags) =>
      action(trimmed(file), task === undefined ? undefined : trimmed(task), trimmedFlags(flags)),
    );
  for (const option of command.options) if (option.required && !option.parseArg) takeOnce(option);
  return command;
}

/** As in Digdag only options that collect may be repeated: which of two values counts would be a guess. */
function takeOnce(option: Option): void {
  let given = false;
  option.argParser((value: string) => {
    if (given) throw new InvalidArgumentError(`Can only specify option ${option.short ?? option.long} once.`);
    given = true;
    return value;
  });
}
