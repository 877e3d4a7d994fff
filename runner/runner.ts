import type { Evaluator } from '../core/expressions/evaluate.ts';
import { mergeMaps } from '../core/value/merge.ts';
import type { ConfigMap } from '../core/value/value.ts';
import type { Workflow, WorkflowTask } from '../core/workflow/workflow.ts';
import type { RunEvent } from './events.ts';
import { OperatorError, type RequiredAttempt, type WorkflowRequest } from './operators/operator.ts';
import { ScriptDirectories } from './operators/scriptDirectories.ts';
import type { RunOptions } from './options.ts';
import { type Sla, slaOf, zoneOf } from './plan.ts';
import { Mask } from './preview/mask.ts';
import { Processes } from './process/processes.ts';
import { RunningAttempt } from './runningAttempt.ts';
import { localSecrets } from './secrets/localSecrets.ts';
import type { Selection } from './selection/selection.ts';
import { Sources } from './source.ts';
import { StartError } from './startError.ts';
import type { StatusFiles } from './status/statusFiles.ts';

export interface RunnerWorld {
  readonly options: RunOptions;
  readonly workflows: readonly Workflow[];
  readonly evaluator: Evaluator;
  readonly onEvent: (event: RunEvent) => void | Promise<void>;
  readonly signal: AbortSignal;
}

const shortestMasked = 4;

/** What one attempt of a workflow is made of. */
export interface AttemptRequest {
  readonly workflow: Workflow;
  readonly tasks: readonly WorkflowTask[];
  readonly params: ConfigMap;
  /** Milliseconds since 1970. */
  readonly sessionTime: number;
  readonly selection?: Selection;
  readonly status?: StatusFiles | undefined;
  readonly sla?: Sla | undefined;
  readonly retryAttemptName?: string;
}

/** Everything that the attempts of one run share: the first one and those that require> starts. */
export class Runner {
  readonly sources: Sources;
  readonly processes: Processes;
  readonly scripts = new ScriptDirectories();
  readonly #secrets: (key: string) => string | undefined;
  readonly #given = new Set<string>();
  readonly #required = new Map<string, Promise<RequiredAttempt>>();
  #attempts = 0;
  #tasks = 0;

  constructor(readonly world: RunnerWorld) {
    const { files, env, secrets = new Map(), secretVariables = new Map(), onSecret } = world.options;
    this.sources = new Sources(files);
    this.processes = new Processes(world.signal);
    const lookUp = localSecrets(env, secrets, secretVariables);
    this.#secrets = (key) => {
      const value = lookUp(key);
      if (value !== undefined) onSecret?.(value);
      return value;
    };
  }

  attempt(request: AttemptRequest): RunningAttempt {
    this.#attempts++;
    return new RunningAttempt(this, request, this.#attempts);
  }

  /** A secret as a task gets it; what was given out once is masked from then on. */
  secret(key: string): string | undefined {
    const value = this.#secrets(key);
    // What is shorter would take letters out of plain words.
    if (value !== undefined && value.trim().length >= shortestMasked) this.#given.add(value);
    return value;
  }

  /** A text of ours without the secrets that tasks have read so far. */
  masked(text: string): string {
    return this.#given.size === 0 ? text : new Mask([...this.#given]).text(text);
  }

  /** Called when everything is through. */
  dispose(): void {
    this.processes.dispose();
    this.scripts.dispose();
  }

  nextTaskId(): number {
    this.#tasks++;
    return this.#tasks;
  }

  /**
   * require>: an attempt of a workflow, once for each session and name of a retry; one that ran already counts, unless it is to run again
   * (RequireOperatorFactory). Undefined where the project has no such workflow.
   */
  async require(request: WorkflowRequest): Promise<RequiredAttempt | undefined> {
    const { params, sessionTime, rerunOn, retryAttemptName } = request;
    const workflow = this.world.workflows.find(({ name }) => name === request.name);
    if (!workflow) return undefined;
    const key = JSON.stringify([request.name, sessionTime, retryAttemptName ?? null]);
    const earlier = await this.#required.get(key);
    if (earlier && rerunOn !== 'all' && (rerunOn !== 'failed' || earlier.success)) return earlier;
    const name = retryAttemptName === undefined ? {} : { retryAttemptName };
    // Those of the command line are the project's own, which all of its workflows have.
    const all = mergeMaps(this.world.options.params, params);
    const attempt = this.#attemptInTask({ workflow, tasks: workflow.tasks, params: all, sessionTime, ...name });
    const ids = { sessionId: attempt.id, attemptId: attempt.id };
    const running = attempt.run().then(() => ({ success: attempt.succeeded, ...ids }));
    this.#required.set(key, running);
    return running;
  }

  /** An attempt that a task starts: what would keep a run from starting is that task's failure. */
  #attemptInTask(request: AttemptRequest): RunningAttempt {
    try {
      const sla = slaOf(request.workflow, zoneOf(request.workflow), Date.now());
      return this.attempt({ ...request, sla });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      throw new OperatorError(error.message, { kind: error.kind ?? 'runtime' });
    }
  }
}
