import type { Log, RunEvent, RunFinished, TaskReference, TaskSkipped, TaskSummary } from '../../events.ts';
import type { FinalReport } from './finalReport.ts';
import type { LogLine } from './logLine.ts';
import type { TaskRow } from './taskRow.ts';
import { runsParallel, type TaskRows } from './taskRows.ts';

/** What may follow a line of the log and still belongs to it. */
export interface Continued {
  /** So many lines, whatever they hold. */
  readonly lines: number;
  /** `trace`: a message, and a stack trace behind it; `block`: all up to an empty line. */
  readonly rest: 'none' | 'trace' | 'block';
}

const nothing: Continued = { lines: 0, rest: 'none' };
const trace: Continued = { lines: 0, rest: 'trace' };
const block: Continued = { lines: 0, rest: 'block' };

export interface TranscriptWorld {
  readonly rows: TaskRows;
  readonly tell: (event: RunEvent) => void | Promise<void>;
  /** Why a task was passed over. */
  readonly skipReason: (name: string) => TaskSkipped['reason'];
  /** The run begins: a session's time, as Digdag prints it. */
  readonly started: (workflow: string, sessionTime: string) => void;
}

const unexpectedFailure = /^Task failed with unexpected error: (.*)$/;
const configFailure = /^Configuration error at task \S+: (.*)$/;
/** The message follows in the next lines. */
const plainFailure = /^Task \+\S* failed\.$/;
const newSession = /^Starting a new session project id=\d+ workflow name=(.*) session_time=(\S+)$/;
const operatorLine = /^(?:[^\s:>]+>: |type: )/;

/**
 * Makes events of what Digdag writes. It says when a task begins and when one fails, never when one ends well: that is known when something
 * begins that had to wait for it, or when all is over.
 */
export class Transcript {
  readonly #running = new Set<TaskRow>();
  #isStarted = false;
  /** What Digdag says before the session begins: told when it has. */
  readonly #early: LogLine[] = [];
  /** The task whose failure the last line of the log has told; its message may still go on. */
  #failed: TaskRow | undefined;
  /** The parameters of a task, as --show-params brings them. */
  #shown: { readonly row: TaskRow; readonly lines: string[] } | undefined;

  constructor(private readonly world: TranscriptWorld) {}

  /** A new line of the log. Lines of a message that follow go to `more`. */
  log(line: LogLine): Continued {
    const session = newSession.exec(line.message);
    if (session && line.task === undefined) {
      if (!this.#isStarted) this.#start(session[1] ?? '', session[2] ?? '');
      return nothing;
    }
    if (line.task === undefined) return this.#aboutRun(line);
    return this.#aboutTask(line, line.task);
  }

  /** A piece of what tasks print. Digdag does not say which: where several run, it is told of the group around them. */
  output(chunk: Uint8Array): void | Promise<void> {
    const row = this.#printing();
    if (row) return this.world.tell({ type: 'output', time: Date.now(), task: row.reference, chunk });
    const message = Buffer.from(chunk).toString('utf8').trimEnd();
    if (message !== '') this.#log('info', message);
  }

  /** A line that goes on with the message of an error. */
  more(line: string): void {
    this.#shown?.lines.push(line);
    const row = this.#failed;
    if (row) row.message = row.message === undefined ? line : `${row.message}\n${line}`;
  }

  /** Nothing more belongs to the last line of the log. */
  settle(): void {
    if (this.#shown) this.#log('warn', ['parameters', ...this.#shown.lines].join('\n'), this.#shown.row.reference);
    this.#shown = undefined;
    const row = this.#failed;
    this.#failed = undefined;
    if (!row) return;
    row.message = withoutException(row.message ?? '');
    this.#end(row, 'success');
  }

  /** Digdag has ended: what has not been told of its tasks is known now. */
  finish(
    report: FinalReport,
    exitCode: number,
    canceled: boolean,
    started: number,
    statusDirectory?: string,
  ): RunFinished {
    this.settle();
    this.#applyErrors(report);
    const { all: everything } = this.world.rows;
    for (const row of [...everything].reverse()) if (row.isStarted) this.#end(row, canceled ? 'canceled' : 'success');
    for (const row of everything) if (!row.isStarted) this.#leave(row, exitCode === 0);
    // Those of required workflows are attempts of their own.
    const all = everything.filter((row) => row.path[0] === everything[0]);
    const time = Date.now();
    const failed = all.filter(({ state }) => state === 'error');
    return {
      type: 'run-finished',
      time,
      duration: time - started,
      success: exitCode === 0 && !canceled,
      canceled,
      ...(statusDirectory === undefined ? {} : { statusDirectory }),
      tasks: all.map(summary),
      errors: failed.map(({ reference, message }) => ({ task: reference, message: message ?? '' })),
    };
  }

  #start(workflow: string, sessionTime: string): void {
    this.#isStarted = true;
    this.world.started(workflow, sessionTime);
    for (const line of this.#early) this.#aboutRun(line);
  }

  #aboutRun(line: LogLine): Continued {
    const { level, message } = line;
    if (!this.#isStarted) this.#early.push(line);
    else this.#log(level === 'trace' ? 'debug' : level, message);
    return nothing;
  }

  #aboutTask({ level, logger = '', message }: LogLine, name: string): Continued {
    const known = this.world.rows.find(name);
    const isOwn = /(?:^|\.)(?:OperatorManager|Run\$?\w*|WorkflowExecutor)$|^$/.test(logger);
    if (level === 'info' && isOwn && operatorLine.test(message)) {
      const row = known?.isFinal ? this.world.rows.repeat(known) : this.world.rows.obtain(name);
      this.#begin(row);
      return { lines: moreLines(row), rest: 'none' };
    }
    if (level === 'warn' && isOwn && message === 'Skipped') {
      this.#skip(this.world.rows.obtain(name));
      return nothing;
    }
    const row = this.world.rows.obtain(name);
    this.#begin(row);
    if (level === 'warn' && isOwn && message === '') {
      this.#shown = { row, lines: [] };
      return block;
    }
    const continued = level === 'error' && isOwn ? this.#failure(row, message) : undefined;
    if (continued) return continued;
    if (level === 'error' && isOwn && message.startsWith('Task failed, retrying')) {
      void this.world.tell({ type: 'task-retried', time: Date.now(), task: row.reference, after: 0 });
      this.#again(row);
      return trace;
    }
    if (level === 'info' && !isOwn) {
      void this.world.tell({
        type: 'output',
        time: Date.now(),
        task: row.reference,
        chunk: Buffer.from(`${message}\n`),
      });
    } else this.#log(warningsOnly.test(message) ? 'warn' : level === 'trace' ? 'debug' : level, message, row.reference);
    return level === 'error' || level === 'warn' ? trace : nothing;
  }

  #begin(row: TaskRow): void {
    if (row.isStarted) return;
    if (row.parent) this.#begin(row.parent);
    this.#endBefore(row);
    row.startedAt = Date.now();
    row.state = row.reference.group ? 'planned' : 'running';
    if (!row.reference.group) this.#running.add(row);
    if (row.parent) this.#running.delete(row.parent);
    void this.world.tell({ type: 'task-started', time: row.startedAt, task: row.reference });
  }

  /** After a retry the operator runs once more. */
  #again(row: TaskRow): void {
    void this.world.tell({ type: 'task-started', time: Date.now(), task: row.reference });
  }

  #skip(row: TaskRow): void {
    if (row.parent) this.#begin(row.parent);
    this.#endBefore(row);
    const time = Date.now();
    row.startedAt = time;
    void this.world.tell({
      type: 'task-skipped',
      time,
      task: row.reference,
      reason: this.world.skipReason(row.reference.name),
    });
    this.#end(row, 'success');
  }

  /** What a task has waited for is over when it begins. */
  #endBefore(row: TaskRow): void {
    for (const upstream of row.upstreams) this.#end(upstream, 'success');
    const { parent } = row;
    // Digdag's last word on a failed run, and what follows a task: all else below the parent is over.
    const isLast = /\^(?:failure-alert|error|check)$/.test(row.reference.name);
    if (!parent || !(isLast || (row.isMade && !runsParallel(parent)))) return;
    for (const child of parent.children) if (child !== row && child.isStarted) this.#end(child, 'success');
  }

  /** Undefined where the line is about no failure. */
  #failure(row: TaskRow, message: string): Continued | undefined {
    const [, config] = configFailure.exec(message) ?? [];
    const [, unexpected] = unexpectedFailure.exec(message) ?? [];
    const isPlain = plainFailure.test(message);
    if (config === undefined && unexpected === undefined && !isPlain) return undefined;
    row.message = config ?? unexpected;
    row.state = 'error';
    this.#running.delete(row);
    this.#failed = row;
    if (isPlain) return { lines: moreLines(row) + 1, rest: 'none' };
    // Behind the message of a config error there is no trace that would tell its end: others may go on printing.
    return unexpected === undefined && this.#running.size > 0 ? nothing : trace;
  }

  /** Ends a task with all that is in it. What is not known to have failed has ended as `otherwise` says. */
  #end(row: TaskRow, otherwise: 'success' | 'canceled'): void {
    if (row.isFinal) return;
    for (const child of row.children) if (child.isStarted) this.#end(child, otherwise);
    this.#running.delete(row);
    const time = Date.now();
    row.finishedAt = time;
    if (row.state !== 'error') row.state = hasFailed(row) ? 'group_error' : otherwise;
    if (!row.isStarted) return;
    const { reference: task, state, message } = row;
    const event = { type: 'task-finished', time, task, state, duration: time - (row.startedAt ?? time) } as const;
    void this.world.tell(state === 'error' ? { ...event, message: message ?? '' } : event);
  }

  /** A task that never began: it waits for ever, or there was nothing to do. */
  #leave(row: TaskRow, success: boolean): void {
    const waited = row.upstreams.every(({ state }) => state === 'success') && row.parent?.state !== 'blocked';
    row.state = success || (row.isEmpty && waited) ? 'success' : 'blocked';
  }

  #applyErrors({ errors }: FinalReport): void {
    const met = new Set<TaskRow>();
    for (const { task, message } of errors) {
      const rows = this.world.rows.all.filter((row) => row.reference.name === task);
      const row = rows.find((one) => one.state === 'error' && !met.has(one)) ?? this.world.rows.obtain(task);
      met.add(row);
      this.#begin(row);
      row.state = 'error';
      row.message = message;
    }
  }

  #printing(): TaskRow | undefined {
    const [first, ...others] = this.#running;
    if (!first || others.length === 0) return first;
    const paths = others.map((row) => row.path);
    return first.path.findLast((row) => paths.every((path) => path.includes(row)));
  }

  #log(level: Log['level'], message: string, task?: TaskReference): void {
    void this.world.tell({ type: 'log', time: Date.now(), level, message, ...(task && { task }) });
  }
}

/** Digdag calls these errors, and goes on. */
const warningsOnly = /^Parameter '.*' is not used at /;

/** The exception behind a message says it once more: `java.lang.RuntimeException: Command failed with code 1`. */
function withoutException(message: string): string {
  const lines = message.split('\n');
  const [first = ''] = lines;
  const exception = lines.findIndex((line, index) => index > 0 && line.endsWith(first) && /^[a-z][\w.$]*: /.test(line));
  return (exception < 0 ? lines : lines.slice(0, exception)).join('\n');
}

/** How many lines the command of a task has besides its first: Digdag's log shows it whole. */
function moreLines({ node }: TaskRow): number {
  const command = node?.operators[0]?.command;
  if (command?.kind !== 'scalar' || typeof command.value !== 'string') return 0;
  return command.value.split('\n').length - 1;
}

function hasFailed(row: TaskRow): boolean {
  return row.newestChildren.some(
    ({ state, reference }) => (state === 'error' || state === 'group_error') && !/\^error$/.test(reference.name),
  );
}

function summary(row: TaskRow): TaskSummary {
  const { reference: task, state, parent, upstreams, message, startedAt, finishedAt } = row;
  return {
    task,
    state,
    ...(parent ? { parent: parent.reference.id } : {}),
    upstreams: upstreams.map((upstream) => upstream.reference.id),
    ...(message !== undefined && state === 'error' ? { message } : {}),
    ...(startedAt === undefined ? {} : { duration: (finishedAt ?? startedAt) - startedAt }),
  };
}
