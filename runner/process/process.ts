import { spawn } from 'node:child_process';
import { OperatorError, type TaskContext } from '../operators/operator.ts';
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
  if (!program.ok) {
    throw new OperatorError(`Cannot run program "${name}" (in directory "${directory}"): ${program.reason}`, {
      kind: 'runtime',
    });
  }
  const [file, ...rest] = joinedOutput([program.path, ...args]);
  const env = { ...context.env, ...Object.fromEntries(environment) };
  const child = spawn(file ?? '', rest, {
    cwd: directory,
    env,
    detached: !isWindows,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signalName) => resolve(code ?? 128 + signalNumber(signalName)));
  });
  const release = processes.add(child);
  try {
    await Promise.all([pass(child.stdout, context), pass(child.stderr, context), closed]);
    return await closed;
  } finally {
    release();
    child.stdin.destroy();
  }
}

const isWindows = process.platform === 'win32';

/** A shell that becomes the program joins stderr to stdout in one pipe, so that their order is kept; Node has no other way to that. */
function joinedOutput(command: readonly string[]): readonly string[] {
  return isWindows ? command : ['/bin/sh', '-c', 'exec "$0" "$@" 2>&1', ...command];
}

async function pass(stream: AsyncIterable<Uint8Array>, { output }: Pick<TaskContext, 'output'>): Promise<void> {
  for await (const chunk of stream) await output(chunk);
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
