import { resolve } from 'node:path';
import type { Command } from 'commander';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import { StartError } from '../runner/startError.ts';
import { pathFrom, runCommand } from './run/command.ts';
import { compileLess } from './run/compileLess.ts';
import { defineRun } from './run/define.ts';
import { journalOf, secretsOf, takeEditorLink } from './run/editor.ts';
import { Journalled } from './run/journalled.ts';
import { JsonlReporter } from './run/jsonlReporter.ts';
import { LiveOutput } from './run/liveOutput.ts';
import type { RunFlags, World } from './run/options.ts';
import type { Reporter } from './run/reporter.ts';
import { startFailure } from './run/startFailure.ts';
import { stopOnSignals } from './run/stopSignals.ts';
import { TaskLogs } from './run/taskLogs.ts';
import { TextReporter } from './run/textReporter.ts';
import { Writer } from './run/writer.ts';
import { styleFor } from './style.ts';

/** `digkit run main.dig [+task]`. Exit code 0: every task succeeded; 1: some did not, or the run could not start. */
export function register(program: Command): void {
  defineRun(program.command('run').alias('r'), async (file, task, flags) => {
    process.exitCode = await run(file, task, flags);
  });
}

async function run(file: string, task: string | undefined, flags: RunFlags): Promise<number> {
  compileLess();
  const warn = (message: string): boolean => process.stderr.write(`${message}\n`);
  const editor = takeEditorLink(process.env);
  const journal = journalOf(editor, warn);
  const secrets = await secretsOf(editor, warn);
  const onSecret = (value: string): void => journal?.hide(value);
  const world: World = { directory: process.cwd(), env: process.env, files: nodeFileSystem, secrets, onSecret };
  const shown = pathFrom(world.directory);
  const style = styleFor(process.stderr, process.env);
  const screen = reporterFor(file, flags, shown);
  const { signal, outputError } = stopOnSignals(() => screen.say('Stopping … (once more: at once)\n'));
  const shownAs = withTaskLogs(screen.reporter, flags);
  const reporter = journal ? new Journalled(journal, shownAs) : shownAs;
  if (flags.log !== undefined)
    process.stderr.write('digkit run: -L has no effect: there is no log besides what is shown\n');
  try {
    const finished = await runCommand(file, task, flags, world, (event) => reporter.event(event), signal);
    await reporter.close();
    if (outputFailed(outputError())) return 1;
    if (finished.canceled) return signal.aborted ? 130 : 1;
    return finished.success ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    await reporter.refused?.(error);
    await reporter.close();
    process.stderr.write(await startFailure(error, world, flags.project, style, shown));
    return 1;
  }
}

/** A reader that is gone knows that it is; a full disk has to be said. */
function outputFailed(error: NodeJS.ErrnoException | undefined): boolean {
  if (error && error.code !== 'EPIPE') {
    process.stderr.write(`digkit run: the output could not be written: ${error.message}\n`);
  }
  return error !== undefined;
}

interface Screen {
  readonly reporter: Reporter;
  /** Tells the person something that is no part of the run. */
  say(text: string): void;
}

function reporterFor(file: string, flags: RunFlags, shown: (path: string) => string): Screen {
  const writer = new Writer(process.stdout);
  const toErrors = (text: string): void => void process.stderr.write(text);
  if (flags.format === 'jsonl') return { reporter: new JsonlReporter(writer), say: toErrors };
  const live =
    process.stdout.isTTY && process.env.TERM !== 'dumb'
      ? new LiveOutput(writer, process.stdout, () => reporter.status())
      : undefined;
  const out = live ?? writer;
  const style = styleFor(process.stdout, process.env);
  const errorStyle = styleFor(process.stderr, process.env);
  const reporter = new TextReporter(
    { out, errors: new Writer(process.stderr), style, errorStyle },
    shown,
    `digkit run ${file} --resume`,
  );
  return { reporter, say: live ? (text) => void live.write(text) : toErrors };
}

function withTaskLogs(reporter: Reporter, { taskLog }: RunFlags): Reporter {
  return taskLog === undefined ? reporter : new TaskLogs(resolve(taskLog), reporter);
}
