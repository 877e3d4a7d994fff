import type { Evaluator } from '../core/expressions/evaluate.ts';
import type { ConfigMap } from '../core/value/value.ts';
import type { Workflow, WorkflowTask } from '../core/workflow/workflow.ts';
import type { RunEvent } from './events.ts';
import type { WorkflowRequest } from './operators/operator.ts';
import type { RunOptions } from './options.ts';
import type { Sla } from './plan.ts';
import { RunningAttempt } from './runningAttempt.ts';
import { localSecrets } from './secrets/localSecrets.ts';
import type { Selection } from './selection/selection.ts';
import { Sources } from './source.ts';
import type { StatusFiles } from './status/statusFiles.ts';

export interface RunnerWorld {
  readonly options: RunOptions;
  readonly workflows: readonly Workflow[];
  readonly evaluator: Evaluator;
  readonly onEvent: (event: RunEvent) => void | Promise<void>;
  readonly signal: AbortSignal;
}

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
  readonly secrets: (key: string) => string | undefined;
  readonly #required = new Map<string, Promise<boolean>>();
  #attempts = 0;
  #tasks = 0;

  constructor(readonly world: RunnerWorld) {
    const { files, env, secrets } = world.options;
    this.sources = new Sources(files);
    this.secrets = localSecrets(env, secrets ?? new Map());
  }

  attempt(request: AttemptRequest): RunningAttempt {
    this.#attempts++;
    return new RunningAttempt(this, request, this.#attempts);
  }

  nextTaskId(): number {
    this.#tasks++;
    return this.#tasks;
  }

  /** require>: an attempt of a workflow in the same session, once for each name of a retry (RequireOperatorFactory). */
  async require(request: WorkflowRequest, sessionTime: number): Promise<'succeeded' | 'failed' | 'missing'> {
    const workflow = this.world.workflows.find(({ name }) => name === request.name);
    if (!workflow) return 'missing';
    const key = JSON.stringify([request.name, sessionTime, request.retryAttemptName ?? null]);
    const earlier = this.#required.get(key);
    const success = earlier === undefined ? undefined : await earlier;
    const runsAgain = request.rerunOn === 'all' || (request.rerunOn === 'failed' && success === false);
    if (success !== undefined && !runsAgain) return success ? 'succeeded' : 'failed';
    const { params, retryAttemptName } = request;
    const name = retryAttemptName === undefined ? {} : { retryAttemptName };
    const attempt = this.attempt({ workflow, tasks: workflow.tasks, params, sessionTime, ...name });
    const running = attempt.run().then(() => attempt.succeeded);
    this.#required.set(key, running);
    return (await running) ? 'succeeded' : 'failed';
  }
}
