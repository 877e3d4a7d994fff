import type { RunEvent, RunFinished, TaskReference, TaskState } from '../../runner/events.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import type { Reporter } from './reporter.ts';
import { failureLines, summaryLines } from './summary.ts';
import { TaskOutput } from './taskOutput.ts';
import { clock, duration, elapsed, stateText } from './words.ts';
import type { Output } from './writer.ts';

export interface TextTarget {
  readonly out: Output;
  readonly errors: Output;
  readonly style: Style;
  readonly errorStyle: Style;
}

/** A line for each thing that happens to a task, its output below it, and a summary at the end. */
export class TextReporter implements Reporter {
  readonly #output: TaskOutput;
  /** Tasks whose operators run now: not those that wait for what they made. */
  readonly #running = new Map<number, { readonly task: TaskReference; readonly since: number }>();
  readonly #ran = new Set<number>();
  #done = 0;

  constructor(
    readonly target: TextTarget,
    /** How a file is named to the reader. */
    readonly shownPath: (path: string) => string,
    /** The command that takes a failed run up again. */
    readonly resume: string,
  ) {
    this.#output = new TaskOutput((piece) => target.out.write(piece));
  }

  event(event: RunEvent): void | Promise<void> {
    const { style } = this.target;
    switch (event.type) {
      case 'run-started':
        return this.#line(style.bold(`${event.workflow}  session ${event.sessionTime} (${event.timezone})`));
      case 'tasks-added':
        return undefined;
      case 'task-started':
        if (event.task.group) return undefined;
        this.#started(event.task, event.time);
        return this.#taskLine(event.time, 'running', event.task);
      case 'task-skipped':
        return this.#taskLine(event.time, 'skipped', event.task, skipReasons[event.reason]);
      case 'task-retried':
        this.#running.delete(event.task.id);
        return this.#taskLine(event.time, 'waiting', event.task, waitText(event));
      case 'task-finished':
        return this.#finished(event);
      case 'output':
        return this.#output.chunk(String(event.task.id), event.chunk, this.#label(event.task));
      case 'log':
        if (event.level === 'debug' || event.level === 'info') return undefined;
        return this.#line(style.yellow(`${event.task ? `${event.task.name}: ` : ''}${printable(event.message)}`));
      case 'run-finished':
        return this.#summary(event);
    }
  }

  /** How far the run is, in one line; empty where no operator runs. */
  status(now = Date.now()): string {
    const running = [...this.#running.values()];
    if (running.length === 0) return '';
    const tasks = running.map(({ task, since }) => `${task.name} ${elapsed(now - since)}`);
    return `${this.#done} done, ${running.length} running: ${tasks.join(', ')}`;
  }

  async close(): Promise<void> {
    await this.target.out.close();
    await this.target.errors.close();
  }

  #started(task: TaskReference, since: number): void {
    for (const { task: maker } of this.#running.values()) {
      if (task.name.startsWith(`${maker.name}^`)) this.#running.delete(maker.id);
    }
    this.#running.set(task.id, { task, since });
    this.#ran.add(task.id);
  }

  #finished({
    task,
    state,
    time,
    duration: took,
    message,
  }: Extract<RunEvent, { type: 'task-finished' }>): Promise<void> {
    const label = this.#label(task);
    this.#running.delete(task.id);
    const ran = this.#ran.has(task.id);
    void this.#output.end(String(task.id), label);
    if (task.group || (!ran && state === 'success')) return Promise.resolve();
    this.#done++;
    return this.#taskLine(time, state, task, duration(took) + (message ? `  ${firstLine(message)}` : ''));
  }

  async #summary(finished: RunFinished): Promise<void> {
    const { out, errors, style, errorStyle } = this.target;
    await this.#output.endLine();
    await out.write(summaryLines(finished, style));
    await out.flush();
    await errors.write(failureLines(finished, errorStyle, this.shownPath));
    if (finished.statusDirectory !== undefined && finished.errors.length > 0) {
      await errors.write(`To go on from there: ${this.resume}\n`);
    }
  }

  #taskLine(time: number, state: TaskState | 'skipped' | 'waiting', task: TaskReference, more = ''): Promise<void> {
    const { style } = this.target;
    const rest = more === '' ? '' : `  ${style.dim(more)}`;
    return this.#line(`${style.dim(clock(time))} ${stateText(state, style)} ${task.name}${rest}`);
  }

  async #line(text: string): Promise<void> {
    await this.#output.endLine();
    await this.target.out.write(`${text}\n`);
  }

  #label(task: TaskReference): string | undefined {
    return this.#running.size > 1 ? `${this.target.style.dim(`${task.name} |`)} ` : undefined;
  }
}

const skipReasons = {
  done: 'done before; --rerun runs it again',
  'not-selected': 'not asked for',
  'dry-run': 'dry run',
};

function waitText({ after, message }: Extract<RunEvent, { type: 'task-retried' }>): string {
  const again = after === 0 ? 'again at once' : `again in ${duration(after)}`;
  return message ? `${again}: ${firstLine(message)}` : again;
}

function firstLine(message: string): string {
  return printable(message.split('\n')[0] ?? '');
}
