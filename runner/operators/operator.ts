import type { TaskValues } from '../../core/attempt/task.ts';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import type { LocatedMap } from '../../core/project/located.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import type { Processes } from '../process/processes.ts';
import type { ScriptDirectories } from './scriptDirectories.ts';

/** What runs a task. Each operator is one file in this folder, found by its name in registry.ts. */
export interface Operator {
  /**
   * Whether a failure is tried again as `_retry` says: true of the operators that Digdag builds on BaseOperator (sh, py, rb, call, http …).
   * The runner does it: the operator just fails.
   */
  readonly retries: boolean;
  /** It does nothing but to make subtasks of what it is given, so that a dry run calls it too and sees further. */
  readonly expands?: true;
  /** Resolves with what the task made, or throws an OperatorError. A stopped one may throw anything. */
  run(context: TaskContext): Promise<TaskResult>;
}

/** All that an operator may look at. */
export interface TaskContext {
  readonly taskId: number;
  /** The full name. */
  readonly taskName: string;
  /** Every parameter in scope, evaluated, with `_type` and `_command`: what Digdag calls the task's config. */
  readonly params: ConfigMap;
  /** The task's own keys, evaluated. */
  readonly local: ConfigMap;
  readonly secrets: Secrets;
  /** Absolute. */
  readonly projectDirectory: string;
  /** Absolute: the project directory, or `_workdir` below it. Not checked: see workspace.ts. */
  readonly workdir: string;
  readonly files: FileSystem;
  /** What Digdag's configuration (-X, -c, its config file) says under `config.` and `param_server.`: `config.mail.host`. */
  readonly system: ReadonlyMap<string, string>;
  /** Environment of this process, for child processes. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How often the task was tried before. */
  readonly retryCount: number;
  /** What an earlier try of the same task left for this one (OperatorError.retry); empty at first. What is put in stays for the next try. */
  readonly state: ConfigMap;
  /** The child processes of the run. */
  readonly processes: Processes;
  /** Where the scripts of sh> lie. */
  readonly scripts: ScriptDirectories;
  /** Aborted when the run is stopped: end every child process and request. */
  readonly signal: AbortSignal;
  /** Passes the task's own output on. Await it before reading more from a process, so that a slow reader slows the process down. */
  output(chunk: string | Uint8Array): Promise<void>;
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string): void;
  /** Runs another workflow of the project to its end, as an attempt of its own (require>); undefined where there is no such workflow. */
  runWorkflow(request: WorkflowRequest): Promise<RequiredAttempt | undefined>;
  /** A text (of a file) with its `${…}` evaluated by these parameters, or the task's; throws Digdag's ConfigException where that fails. */
  template(text: string, params?: ConfigMap): Promise<string>;
}

export interface WorkflowRequest {
  readonly name: string;
  readonly params: ConfigMap;
  /** Milliseconds since 1970. */
  readonly sessionTime: number;
  /** Whether an attempt of the same session that is through already counts as this one. */
  readonly rerunOn: 'none' | 'failed' | 'all';
  readonly retryAttemptName?: string;
}

/** Another workflow's attempt that is through. */
export interface RequiredAttempt {
  readonly success: boolean;
  readonly sessionId: number;
  readonly attemptId: number;
}

export interface Secrets {
  /** The secret, or undefined where none is set. Keys mounted by the task's `_secrets` are looked up. */
  get(key: string): string | undefined;
  /** Every secret that was asked for so far: what must never be shown. */
  readonly used: ReadonlySet<string>;
}

/** What a task made (io.digdag.spi.TaskResult). All empty where absent. */
export interface TaskResult extends TaskValues {
  /** A config of tasks that run as `<task>^sub`; located where a file holds them. */
  readonly subtasks?: ConfigMap | LocatedMap;
}

/** How Digdag names a Java exception behind a message (TaskExecutionException.formatExceptionMessage): ConfigException is `config`. */
export type ErrorKind =
  | 'task'
  | 'config'
  | 'runtime'
  | 'illegal argument'
  | 'secret not found'
  | 'task limit exceeded'
  | (string & {});

/**
 * A task failed, or is not done yet.
 * - `kind` 'task' is Digdag's TaskExecutionException with a message of its own: the message is shown as it is.
 * - Any other kind is a Java exception: the message is shown with ` (kind)` behind it, and the error object has a stacktrace.
 */
export class OperatorError extends Error {
  readonly kind: ErrorKind;
  /** Further members of the `error` object that `_error` tasks see, besides `message`. */
  readonly properties: ConfigMap;
  /** Set where the task is to be run again by its own wish (polling, http's retries): not counted by `_retry`. */
  readonly retry: Retry | undefined;
  /** A Java exception lies behind it: the error object has its stack trace. */
  readonly traced: boolean;

  constructor(
    message: string,
    options: { kind?: ErrorKind; properties?: ConfigMap; retry?: Retry; traced?: boolean } = {},
  ) {
    super(message);
    this.name = 'OperatorError';
    this.kind = options.kind ?? 'task';
    this.properties = options.properties ?? new Map();
    this.retry = options.retry;
    this.traced = options.traced ?? this.kind !== 'task';
  }

  /** The message as Digdag puts it into the task's error. */
  get shown(): string {
    return this.kind === 'task' ? this.message : `${this.message} (${this.kind})`;
  }

  /** What `_error` tasks see as `error`: of Java exceptions also the stack trace, of which there is none here. */
  toErrorParam(): ConfigMap {
    const error: ConfigMap = new Map([...this.properties, ['message', this.shown]]);
    return this.traced ? error.set('stacktrace', '') : error;
  }
}

export interface Retry {
  /** Seconds. */
  readonly after: number;
  readonly state: ConfigMap;
  /** Nothing failed: the task only waits for something, which needs no word to the user. */
  readonly polling: boolean;
}

/** The task is not done: run it again later with this state (TaskExecutionException.ofNextPolling). */
export function pollAgain(after: number, state: ConfigMap): OperatorError {
  return new OperatorError(`Retrying this task after ${after} seconds`, { retry: { after, state, polling: true } });
}

/** Digdag's ConfigException. */
export function configError(message: string): OperatorError {
  return new OperatorError(message, { kind: 'config' });
}
