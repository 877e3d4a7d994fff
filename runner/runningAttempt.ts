import { randomUUID } from 'node:crypto';
import { SessionVariables, scheduleVariables } from '../core/expressions/session.ts';
import { mergeMaps } from '../core/value/merge.ts';
import { ConfigError, getBoolean } from '../core/value/typed.ts';
import type { ConfigMap } from '../core/value/value.ts';
import { writeYaml } from '../core/yaml/write.ts';
import { Attempt, type AttemptHost, type Outcome } from './attempt/attempt.ts';
import { asOperatorError, type Execution, execute } from './attempt/execute.ts';
import { failureOutcome, type TaskRetry, taskRetry } from './attempt/outcome.ts';
import type { Task } from './attempt/task.ts';
import { AttemptEvents } from './attemptEvents.ts';
import type { RunFinished } from './events.ts';
import type { Operator, TaskResult } from './operators/operator.ts';
import { findOperator, isCloud } from './operators/registry.ts';
import { scheduleOf, zoneOf } from './plan.ts';
import type { AttemptRequest, Runner } from './runner.ts';
import { StartError } from './startError.ts';
import { taskContext } from './taskContext.ts';

/** One attempt of a workflow with all that it needs of the outside: operators, secrets, the notes of finished tasks. */
export class RunningAttempt implements AttemptHost {
  readonly attempt: Attempt;
  readonly events: AttemptEvents;
  readonly variables: SessionVariables;
  readonly params: ConfigMap;

  constructor(
    readonly runner: Runner,
    readonly request: AttemptRequest,
    /** Ids of session and attempt; the first is 1, as in `digdag run`. */
    readonly id: number,
  ) {
    const { workflow, tasks, sessionTime } = request;
    const zone = zoneOf(workflow);
    const { retryAttemptName } = request;
    const name = retryAttemptName === undefined ? {} : { retryAttemptName };
    const session = { sessionTime, zone, sessionUuid: randomUUID(), sessionId: id, attemptId: id, ...name };
    this.variables = new SessionVariables(session);
    this.params = withSchedule(request);
    this.events = new AttemptEvents(runner.world.onEvent, runner.sources, (text) => runner.masked(text));
    const maxRunning = runner.world.options.maxTaskThreads ?? Number.POSITIVE_INFINITY;
    this.attempt = newAttempt(() => new Attempt(tasks, this, maxRunning, () => runner.nextTaskId()));
  }

  get succeeded(): boolean {
    return this.attempt.root.state === 'success';
  }

  /** Runs all tasks; resolves when the last has ended. */
  async run(): Promise<void> {
    const { signal } = this.runner.world;
    const cancel = (): void => this.attempt.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    const monitor = this.#monitorSla();
    const running = this.attempt.run();
    if (signal.aborted) cancel();
    try {
      await running;
    } finally {
      clearTimeout(monitor);
      signal.removeEventListener('abort', cancel);
    }
  }

  summary(started: number, statusDirectory: string | undefined): RunFinished {
    return this.events.finished(this.attempt, started, statusDirectory);
  }

  added(tasks: readonly Task[]): void {
    this.events.added(tasks);
  }

  changed(task: Task): void {
    const { status } = this.request;
    if (task.state === 'success' && status && !this.runner.world.options.dryRun) {
      try {
        status.write(task.fullName, task.result);
      } catch (error) {
        this.#notSaved(task, asOperatorError(error).message);
      }
    }
    this.events.changed(task);
  }

  retrying(task: Task, after: number, message: string | undefined): void {
    this.events.retrying(task, after, message);
  }

  warn(task: Task, message: string): void {
    this.events.log('warn', message, task);
  }

  /** A run that cannot note anything goes on; one whose project is gone does not: it must not come back to hold a state. */
  #notSaved(task: Task, reason: string): void {
    const { projectDirectory, files } = this.runner.world.options;
    if (files.kind(projectDirectory) === 'directory') {
      this.warn(task, `The state of ${task.fullName} could not be saved: ${reason}`);
    } else if (!this.attempt.canceled) {
      this.events.log('error', `The project directory ${projectDirectory} is gone: the run ends`, task);
      this.attempt.cancel();
    }
  }

  /** Tries a task once, unless it was left out or is done already. */
  async execute(task: Task): Promise<Outcome> {
    const known = this.#knownResult(task);
    if (known) return { kind: 'done', result: known };
    if (!this.runner.world.options.dryRun) this.events.started(task);
    let retry: TaskRetry | undefined;
    const execution: Execution = {
      ...this.#execution(),
      operator: async (name) => {
        const operator = await this.#operator(task, name);
        return (
          operator &&
          withRetry(operator, (params) => {
            retry = taskRetry(params, task.stateParams);
          })
        );
      },
    };
    try {
      return { kind: 'done', result: await execute(task, execution) };
    } catch (error) {
      return failureOutcome(asOperatorError(error), retry, task.stateParams);
    }
  }

  #execution(): Omit<Execution, 'operator'> {
    const { evaluator, options, signal } = this.runner.world;
    return {
      evaluator,
      variables: this.variables,
      params: this.params,
      dryRun: options.dryRun ?? false,
      signal,
      context: (task, params, local) => taskContext(this, task, params, local),
      evaluated: (task, params) => {
        if (options.showParams)
          this.events.log('warn', `parameters\n${writeYaml(params).trimEnd().replaceAll(/^/gm, '  ')}`, task);
      },
      leftOut: (task) => this.events.skipped(task, 'dry-run'),
    };
  }

  async #operator(task: Task, name: string): Promise<Operator | undefined> {
    const { simulation } = this.runner.world.options;
    return simulation?.operatorFor(task.fullName, name, !isCloud(name)) ?? findOperator(name);
  }

  #knownResult(task: Task): TaskResult | undefined {
    const { selection, status } = this.request;
    if (selection?.isLeftOut(task.fullName)) {
      this.events.skipped(task, 'not-selected');
      return {};
    }
    const saved = selection?.mayBeSkipped(task.fullName) ? status?.read(task.fullName) : undefined;
    if (saved) this.events.skipped(task, 'done');
    return saved;
  }

  #monitorSla(): NodeJS.Timeout | undefined {
    const { sla } = this.request;
    if (!sla) return undefined;
    const asks = (key: string, fallback: boolean): boolean => {
      const value = getBoolean(sla.config, key, fallback);
      return value instanceof ConfigError ? fallback : value;
    };
    const violate = (): void => {
      this.attempt.violateSla(sla.config, { alert: asks('alert', true), fail: asks('fail', false) });
    };
    // A timer takes no more than 2^31 ms, which is longer than anyone waits.
    return setTimeout(violate, Math.min(Math.max(sla.time - Date.now(), 0), 0x7fffffff));
  }
}

/** The operator with `_retry` read before it runs, where it honours that. */
function withRetry(operator: Operator, read: (params: ConfigMap) => void): Operator {
  if (!operator.retries) return operator;
  return {
    retries: true,
    run(context) {
      read(context.params);
      return operator.run(context);
    },
  };
}

/** The attempt's parameters: with a schedule also the sessions before and after (AttemptBuilder.buildSessionParameters). */
function withSchedule({ workflow, params, sessionTime }: AttemptRequest): ConfigMap {
  const zone = zoneOf(workflow);
  const schedule = scheduleOf(workflow, zone);
  if (!schedule) return params;
  const last = schedule.scheduler.last(sessionTime);
  const next = schedule.scheduler.next(sessionTime);
  if (last instanceof ConfigError) throw new StartError(last.message, 'config');
  if (next instanceof ConfigError) throw new StartError(next.message, 'config');
  return mergeMaps(params, scheduleVariables({ lastSessionTime: last.time, nextSessionTime: next.time }, zone));
}

/** What Digdag refuses only when it stores the tasks: too many of them, `_check` that is no map. */
function newAttempt(make: () => Attempt): Attempt {
  try {
    return make();
  } catch (error) {
    const { message, kind } = asOperatorError(error);
    throw new StartError(message, kind);
  }
}
