import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJson } from '../../../core/value/json.ts';
import type { Workflow } from '../../../core/workflow/workflow.ts';
import type { RunFinished } from '../../events.ts';
import type { RunOptions } from '../../options.ts';
import { findWorkflow, loadWorkflows } from '../../plan.ts';
import { Processes, type StartedProcess } from '../../process/processes.ts';
import { StartError } from '../../startError.ts';
import type { Engine } from '../engine.ts';
import { digdagArguments, type PassedOn } from './arguments.ts';
import { DigdagRun } from './digdagRun.ts';
import { digdagEnvironment } from './environment.ts';
import { type DigdagProgram, findDigdag } from './find.ts';
import { findJava, type Java, javaOptions } from './java.ts';
import { explainJava } from './javaTrouble.ts';

export interface DigdagSettings extends PassedOn {
  /** Where the `digdag` command is; looked for where absent. */
  readonly program?: string;
}

/** Runs workflows by the `digdag` command of this machine, and tells the same events as the built-in runner. */
export function digdagEngine(settings: DigdagSettings): Engine {
  return {
    async run(options, tell, signal) {
      const known = compiled(options);
      const program = findDigdag(settings.program, options.env);
      const java = await findJava(options.env);
      const run = new DigdagRun(options, known.workflow, tell);
      for (const secret of options.secrets?.values() ?? []) options.onSecret?.(secret);
      const params = paramsFile(options);
      try {
        const args = digdagArguments(options, known.workflow, params?.path, settings);
        const ended = await runProcess(program, java, args, options, run, signal);
        return await finish(run, ended, java, known.refusal, signal.aborted);
      } finally {
        params?.remove();
      }
    },
  };
}

interface Compiled {
  readonly workflow: Workflow | undefined;
  /** Why our compiler refuses the project; Digdag has the last word. */
  readonly refusal: StartError | undefined;
}

function compiled(options: RunOptions): Compiled {
  try {
    return { workflow: findWorkflow(loadWorkflows(options), options), refusal: undefined };
  } catch (error) {
    // A file that is not there needs no Java to be missed.
    if (!(error instanceof StartError) || error.files.length === 0) throw error;
    return { workflow: undefined, refusal: error };
  }
}

interface Ended {
  readonly exitCode: number;
  readonly stderr: string;
}

async function finish(
  run: DigdagRun,
  { stderr, exitCode }: Ended,
  java: Java,
  known: StartError | undefined,
  canceled: boolean,
): Promise<RunFinished> {
  try {
    return await run.end(stderr, exitCode, canceled);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    // Ours says the same, and where.
    throw known ?? explainJava(stderr, java) ?? error;
  }
}

/** Digdag reads its parameters from a file: arguments can be seen by every user of the machine, and lose the types of values. */
function paramsFile({ params }: RunOptions): { readonly path: string; remove(): void } | undefined {
  if (params.size === 0) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'digkit-params-'));
  const path = join(directory, 'params.yml');
  writeFileSync(path, toJson(params), { mode: 0o600 });
  return { path, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** How much of stderr is kept: a JVM may write without end. */
const mostOfStderr = 1024 * 1024;

async function runProcess(
  program: DigdagProgram,
  java: Java,
  args: readonly string[],
  { projectDirectory, env, secrets }: RunOptions,
  run: DigdagRun,
  signal: AbortSignal,
): Promise<Ended> {
  const [file, ...rest] = program.jar
    ? [java.program, ...javaOptions(java), '-XX:TieredStopAtLevel=1', '-jar', program.path, ...args]
    : [program.path, ...args];
  const processes = new Processes(signal);
  try {
    const started = processes.start(file ?? '', rest, {
      cwd: projectDirectory,
      env: digdagEnvironment(env, java, secrets ?? new Map()),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (signal.aborted) started.child.kill();
    return await follow(started, program, run);
  } finally {
    processes.dispose();
  }
}

async function follow({ child, release }: StartedProcess, program: DigdagProgram, run: DigdagRun): Promise<Ended> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (stderr.length < mostOfStderr) stderr += chunk.toString();
  });
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(new StartError(`${program.path} cannot be started: ${error.message}`)));
    child.once('close', (code) => resolve(code ?? 1));
  });
  const read = async (): Promise<void> => {
    for await (const chunk of child.stdout ?? []) await run.stdout(chunk);
  };
  try {
    const [exitCode] = await Promise.all([closed, read()]);
    return { exitCode, stderr };
  } finally {
    release();
  }
}
