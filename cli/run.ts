import { type Command, Option } from 'commander';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import { StartError } from '../runner/startError.ts';
import { pathFrom, runCommand } from './run/command.ts';
import { JsonlReporter } from './run/jsonlReporter.ts';
import type { RunFlags, World } from './run/options.ts';
import type { Reporter } from './run/reporter.ts';
import { startFailure } from './run/startFailure.ts';
import { stopOnSignals } from './run/stopSignals.ts';
import { TextReporter } from './run/textReporter.ts';
import { Writer } from './run/writer.ts';
import { styleFor } from './style.ts';

/** `digkit run main.dig [+task]`. Exit code 0: every task succeeded; 1: some did not, or the run could not start. */
export function register(program: Command): void {
  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  program
    .command('run')
    .alias('r')
    .description('Run a workflow on this machine, as `digdag run` does.')
    .argument('<workflow>', 'the workflow file, main.dig')
    .argument('[+task]', 'run this task and what is in it only')
    .option('--project <dir>', 'the project directory (default: the current one)')
    .option('-p, --param <key=value>', 'set a parameter; may be repeated', collect, [])
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
    .option('-o, --save <dir>', 'where finished tasks are noted', '.digdag/status')
    .option('--no-save', 'do not note finished tasks')
    .option('--max-task-threads <n>', 'how many tasks run at once (default: no limit)')
    .option('-X, --system <key=value>', 'params.KEY=value or secrets.KEY=value, as in the config file', collect, [])
    .option('-c, --config <file>', "Digdag's config file")
    .addOption(new Option('--format <format>', 'how the run is shown').choices(['text', 'jsonl']).default('text'))
    .addOption(new Option('--all').hideHelp())
    .addOption(new Option('--session-time <time>').hideHelp())
    .addOption(new Option('--timezone <zone>').hideHelp())
    .addOption(new Option('-l, --log-level <level>').hideHelp())
    .addOption(new Option('-L, --log <file>').hideHelp())
    .addOption(new Option('-O, --task-log <dir>').hideHelp())
    .action(async (file: string, task: string | undefined, flags: RunFlags) => {
      process.exitCode = await run(file, task, flags);
    });
}

async function run(file: string, task: string | undefined, flags: RunFlags): Promise<number> {
  const world: World = { directory: process.cwd(), env: process.env, files: nodeFileSystem };
  const shown = pathFrom(world.directory);
  const style = styleFor(process.stderr, process.env);
  const signal = stopOnSignals(() => process.stderr.write('Stopping … (once more: at once)\n'));
  const reporter = reporterFor(flags, shown);
  try {
    const finished = await runCommand(file, task, flags, world, (event) => reporter.event(event), signal);
    await reporter.close();
    if (finished.canceled) return 130;
    return finished.success ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    await reporter.close();
    process.stderr.write(await startFailure(error, world, flags.project, style, shown));
    return 1;
  }
}

function reporterFor(flags: RunFlags, shown: (path: string) => string): Reporter {
  const out = new Writer(process.stdout);
  if (flags.format === 'jsonl') return new JsonlReporter(out);
  const style = styleFor(process.stdout, process.env);
  const errorStyle = styleFor(process.stderr, process.env);
  return new TextReporter({ out, errors: new Writer(process.stderr), style, errorStyle }, shown);
}
