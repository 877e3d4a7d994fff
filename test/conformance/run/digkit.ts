import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import { runCommand } from '../../../cli/run/command.ts';
import { defineRun } from '../../../cli/run/define.ts';
import type { RunFlags } from '../../../cli/run/options.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { RunEvent, RunFinished } from '../../../runner/events.ts';
import { StartError } from '../../../runner/startError.ts';

/** A command line of `digkit run`. */
interface Call {
  readonly args: readonly string[];
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  watch?(event: RunEvent): void;
}

type Answer =
  | { readonly kind: 'finished'; readonly finished: RunFinished; readonly events: readonly RunEvent[] }
  /** It could not start. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The command line was not taken or asked for help, and the option library answered in its own words and with its own exit code. */
  | { readonly kind: 'usage' };

/** How a recorded command line is carried out: both ways have to give the same. */
export type Digkit = (call: Call) => Promise<Answer>;

/** Within this process, past the command's options. */
export const inProcess: Digkit = async ({ args, directory, env, signal, watch }) => {
  const events: RunEvent[] = [];
  const take = (event: RunEvent): void => {
    events.push(event);
    watch?.(event);
  };
  try {
    const { file, task, flags } = parse(args);
    const finished = await runCommand(file, task, flags, { directory, env, files: nodeFileSystem }, take, signal);
    return { kind: 'finished', finished, events };
  } catch (error) {
    if (error instanceof StartError) return { kind: 'refused', message: error.shown };
    if (error instanceof CommanderError) return { kind: 'usage' };
    throw error;
  }
};

interface Parsed {
  readonly file: string;
  readonly task: string | undefined;
  readonly flags: RunFlags;
}

function parse(args: readonly string[]): Parsed {
  let parsed: Parsed | undefined;
  const silent = { writeErr: () => undefined, writeOut: () => undefined };
  defineRun(new Command('run').exitOverride().configureOutput(silent), (file, task, flags) => {
    parsed = { file, task, flags };
  }).parse([...args], { from: 'user' });
  if (!parsed) throw new Error('the command line was not taken');
  return parsed;
}

/**
 * As the shipped program: `node dist/cli.js run … --format jsonl`, stopped by a signal as Ctrl+C does. Its exit code has to say the same as its
 * events.
 */
export function asProcess(cli: string): Digkit {
  return async ({ args, directory, env, signal, watch }) => {
    const child = spawn(process.execPath, [cli, 'run', ...args, '--format', 'jsonl'], {
      cwd: directory,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = (): void => void child.kill('SIGINT');
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    const closed = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += String(chunk);
    });
    const events: RunEvent[] = [];
    let refused: string | undefined;
    let isHelp = false;
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
      // Help comes in words, whatever the format is.
      isHelp ||= events.length === 0 && line.startsWith('Usage: ');
      if (isHelp) continue;
      const event = read(line);
      if (event.type === 'run-refused') refused = event.message;
      else {
        events.push(event);
        watch?.(event);
      }
    }
    const exitCode = await closed;
    signal.removeEventListener('abort', stop);
    return isHelp && exitCode === 0 ? { kind: 'usage' } : answerOf(exitCode, events, refused, errors);
  };
}

function answerOf(
  exitCode: number | null,
  events: readonly RunEvent[],
  refused: string | undefined,
  errors: string,
): Answer {
  const finished = events.find((event) => event.type === 'run-finished');
  if (refused !== undefined && exitCode === 1) return { kind: 'refused', message: refused };
  if (exitCode === 2 && events.length === 0 && /^error: /m.test(errors)) return { kind: 'usage' };
  const expected = finished?.canceled ? 130 : finished?.success ? 0 : 1;
  if (finished && exitCode === expected) return { kind: 'finished', finished, events };
  throw new Error(`digkit run ended with exit code ${exitCode}, and told ${events.at(-1)?.type} at last\n${errors}`);
}

type Line = RunEvent | { readonly type: 'run-refused'; readonly message: string };

/** Output comes as text instead of bytes. */
function read(line: string): Line {
  const event = JSON.parse(line) as Line & { readonly text?: string };
  return event.type === 'output' ? { ...event, chunk: Buffer.from(event.text ?? '') } : event;
}
