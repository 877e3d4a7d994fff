import { toJson } from '../core/value/json.ts';
import { mergeMaps } from '../core/value/merge.ts';
import { asText } from '../core/value/typed.ts';
import type { ConfigMap } from '../core/value/value.ts';
import type { Attempt } from './attempt/attempt.ts';
import type { Task } from './attempt/task.ts';
import type { Log, RunEvent, RunFinished, TaskReference, TaskSkipped, TaskSummary } from './events.ts';
import type { Sources } from './source.ts';

/** Tells what happens to the tasks of one attempt. */
export class AttemptEvents {
  readonly #references = new WeakMap<Task, TaskReference>();

  constructor(
    readonly onEvent: (event: RunEvent) => void | Promise<void>,
    readonly sources: Sources,
    /** Takes secrets out of what is told; a task's own output passes as it is. */
    readonly mask: (text: string) => string,
  ) {}

  added(tasks: readonly Task[]): void {
    const told = tasks.map((task) => {
      const reference = this.reference(task);
      return task.parent ? { task: reference, parent: task.parent.id } : { task: reference };
    });
    this.#tell({ type: 'tasks-added', time: Date.now(), tasks: told });
  }

  changed(task: Task): void {
    const time = Date.now();
    if (task.isFinal) {
      const message = task.state === 'error' ? this.mask(messageOf(task)) : undefined;
      const duration = time - (task.startedAt ?? time);
      const event = { type: 'task-finished', time, task: this.reference(task), state: task.state, duration } as const;
      this.#tell(message === undefined ? event : { ...event, message });
    } else if (task.group && task.state === 'planned' && task.children.every(isBlocked)) {
      this.started(task);
    }
  }

  /** An operator is about to run, or a group opens. */
  started(task: Task): void {
    this.#tell({ type: 'task-started', time: Date.now(), task: this.reference(task) });
  }

  skipped(task: Task, reason: TaskSkipped['reason']): void {
    this.#tell({ type: 'task-skipped', time: Date.now(), task: this.reference(task), reason });
  }

  retrying(task: Task, after: number, message: string | undefined): void {
    const event = { type: 'task-retried', time: Date.now(), task: this.reference(task), after } as const;
    this.#tell(message === undefined ? event : { ...event, message: this.mask(message) });
  }

  /** Resolves when the listener wants more. */
  async output(task: Task, chunk: string | Uint8Array): Promise<void> {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    await this.onEvent({ type: 'output', time: Date.now(), task: this.reference(task), chunk: bytes });
  }

  log(level: Log['level'], message: string, task: Task): void {
    this.#tell({ type: 'log', time: Date.now(), level, task: this.reference(task), message: this.mask(message) });
  }

  finished(attempt: Attempt, started: number, statusDirectory: string | undefined): RunFinished {
    const time = Date.now();
    const { rows } = attempt.table;
    const failed = rows.filter((task) => task.state === 'error');
    const finished: RunFinished = {
      type: 'run-finished',
      time,
      duration: time - started,
      success: failed.length === 0 && !attempt.canceled,
      canceled: attempt.canceled,
      tasks: rows.map((task) => this.#summary(task)),
      errors: failed.map((task) => ({ task: this.reference(task), message: this.mask(finalMessage(task)) })),
    };
    return statusDirectory === undefined ? finished : { ...finished, statusDirectory };
  }

  reference(task: Task): TaskReference {
    const known = this.#references.get(task);
    if (known) return known;
    const place = task.origin?.place;
    const base = { id: task.id, name: task.fullName, group: task.group };
    const source = place && place.path !== '' ? { source: this.sources.lineOf(place) } : {};
    const reference = { ...base, ...source };
    this.#references.set(task, reference);
    return reference;
  }

  #summary(task: Task): TaskSummary {
    const { parent, startedAt, finishedAt, state, result, error } = task;
    return {
      task: this.reference(task),
      state,
      ...(parent ? { parent: parent.id } : {}),
      upstreams: task.upstreams.map(({ id }) => id),
      ...(result.stores?.size ? { stored: plain(result.stores) } : {}),
      ...(result.exports?.size ? { exported: plain(result.exports) } : {}),
      ...(task.fullName.includes('^') ? generatedConfig(task) : {}),
      ...(error ? { message: this.mask(messageOf(task)) } : {}),
      ...(startedAt === undefined ? {} : { duration: (finishedAt ?? Date.now()) - startedAt }),
    };
  }

  #tell(event: RunEvent): void {
    void this.onEvent(event);
  }
}

function isBlocked(task: Task): boolean {
  return task.state === 'blocked';
}

function generatedConfig({ config }: Task): { config?: unknown } {
  const merged = mergeMaps(config.exported, config.local);
  return merged.size > 0 ? { config: plain(merged) } : {};
}

function messageOf(task: Task): string {
  return asText(task.error?.get('message') ?? null) ?? '';
}

/** The message as Digdag prints it at the end: of an empty one the error itself, and without the class of a Java exception (Run.run). */
function finalMessage(task: Task): string {
  const message = messageOf(task);
  if (message === '') return toJson(task.error ?? new Map());
  const exception = message.indexOf('Exception: ');
  return exception > 0 ? message.slice(exception + 'Exception: '.length) : message;
}

function plain(map: ConfigMap): unknown {
  return JSON.parse(toJson(map));
}
