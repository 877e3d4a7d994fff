import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { getSystemErrorMap } from 'node:util';
import { OperatorError, type TaskContext } from '../operators/operator.ts';
import type { OutputPipe } from './pipes.ts';
import type { StartedProcess } from './processes.ts';
import { findProgram } from './program.ts';

export interface ProcessRequest {
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** Absolute. */
  readonly directory: string;
  /** Variables on top of this process's own. */
  readonly environment: ReadonlyMap<string, string>;
  readonly context: Pick<TaskContext, 'env' | 'signal' | 'output' | 'processes'>;
}

/**
 * Runs a process to its end and passes its output on, as much at a time as is taken; stderr comes in order with stdout. It ends when the process
 * and everything that still holds its output have ended. Its stdin is open and never gets anything, as in Digdag.
 * @returns the exit code, 128 + n of a process that signal n ended
 */
export async function runProcess({ command, directory, environment, context }: ProcessRequest): Promise<number> {
  const { processes, signal } = context;
  signal.throwIfAborted();
  const [name = '', ...args] = command;
  const program = findProgram(name, directory, context.env);
  if (!program.ok) throw cannotRun(name, directory, program.reason);
  const pipe = processes.pipes.open();
  const output = pipe?.end ?? 'pipe';
  try {
    const started = processes.start(program.path, args, {
      cwd: directory,
      env: { ...context.env, ...Object.fromEntries(environment) },
      stdio: [processes.pipes.input, output, output],
    });
    return await follow(started, pipe, context);
  } catch (error) {
    throw isSystemError(error) ? cannotRun(name, directory, systemReason(error)) : error;
  } finally {
    pipe?.close();
  }
}

/** Passes on what a child process writes until it and its output have ended; resolves to its exit code. */
async function follow(
  { child, release }: StartedProcess,
  pipe: OutputPipe | undefined,
  context: ProcessRequest['context'],
): Promise<number> {
  pipe?.handedOver();
  try {
    const streams = [pipe?.stream, child.stdout, child.stderr].filter((stream) => stream != null);
    const [code] = await Promise.all([ended(child), ...streams.map((stream) => pass(stream, context))]);
    return code;
  } finally {
    release();
    child.stdin?.destroy();
  }
}

/** As Java says it (ProcessBuilder.start). */
function cannotRun(name: string, directory: string, reason: string): OperatorError {
  const message = `java.io.IOException: Cannot run program "${name}" (in directory "${directory}"): ${reason}`;
  return new OperatorError(message, { kind: 'runtime' });
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { errno: number } {
  return error instanceof Error && 'syscall' in error && 'errno' in error && typeof error.errno === 'number';
}

/** `error=7, Argument list too long` */
function systemReason({ errno, message }: NodeJS.ErrnoException & { errno: number }): string {
  const words = getSystemErrorMap().get(errno)?.[1] ?? message;
  return `error=${-errno}, ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signalName) => resolve(code ?? 128 + signalNumber(signalName)));
  });
}

/** Passes on what a process writes. What has left the group and still holds the output is not waited for when the run was stopped. */
async function pass(stream: Readable, { output, processes }: ProcessRequest['context']): Promise<void> {
  const stop = (): void => {
    stream.destroy();
  };
  processes.killed.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream) await output(chunk);
  } finally {
    processes.killed.removeEventListener('abort', stop);
  }
}

const signalNumbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGTERM: 15,
};

function signalNumber(name: string | null): number {
  return signalNumbers[name ?? ''] ?? 0;
}
