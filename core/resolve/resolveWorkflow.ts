import { maxTasks } from '../attempt/limits.ts';
import { setOperator, type TaskScope, taskScope } from '../attempt/taskScope.ts';
import type { Evaluator } from '../expressions/evaluate.ts';
import { ofEachRun } from '../expressions/ofEachRun.ts';
import { SessionVariables, scheduleVariables } from '../expressions/session.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { ChosenSession } from '../schedule/chosenSession.ts';
import { text } from '../text/text.ts';
import { mergeMaps } from '../value/merge.ts';
import type { ConfigMap } from '../value/value.ts';
import { compileSubtasks } from '../workflow/compile.ts';
import type { Workflow, WorkflowTask } from '../workflow/workflow.ts';
import { appliedOptions, keysOf } from './applied.ts';
import { PartialEvaluator, type PartlyEvaluated } from './evaluate.ts';
import { type Body, checkOf, errorOf, expansionOf } from './generated.ts';
import { leftBy } from './outputs.ts';
import type { Note, ResolvedTask, ResolvedWorkflow } from './resolved.ts';
import { asWritten, type Shown } from './shown.ts';
import { StaticTask } from './staticTask.ts';
import { Unknowns } from './unknowns.ts';

export interface ResolveInput {
  readonly files: FileSystem;
  /** Absolute. */
  readonly projectDirectory: string;
  readonly workflow: Workflow;
  readonly session: ChosenSession;
  /** `-P` and `-p`. */
  readonly params: ConfigMap;
  readonly evaluator: Evaluator;
}

/** More are not resolved: nobody reads them, and Digdag itself runs no more than a thousand. */
const mostTasks = 3000;

/**
 * A workflow as it would run in a session, as far as that is known before: calls, loops and conditions expanded, every value as Digdag would compute
 * it. Nothing runs, and nothing throws; where the signal is aborted, what was found until then comes back.
 */
export function resolveWorkflow(input: ResolveInput, signal?: AbortSignal): Promise<ResolvedWorkflow> {
  return new Resolver(input, signal).resolve();
}

/** Digdag reads the keys of a group as they are written. */
function groupKeys(own: ConfigMap): Map<string, Shown> {
  return new Map([...own].map(([key, value]) => [key, asWritten(value)]));
}

/** What is found out about one task. */
interface Findings {
  readonly notes: Note[];
  readonly children: ResolvedTask[];
}

class Resolver {
  readonly #unknowns = new Unknowns();
  readonly #values: PartialEvaluator;
  readonly #variables: SessionVariables;
  readonly #params: ConfigMap;
  /** Code that cannot be looked into has run before: it may have stored anything. */
  #open = false;
  #tasks = 0;
  /** Those that certainly run: Digdag counts them. */
  #certain = 0;
  #truncated = false;

  constructor(
    private readonly input: ResolveInput,
    private readonly signal: AbortSignal | undefined,
  ) {
    const { evaluator, session, params } = input;
    const { time, zone, around } = session;
    this.#values = new PartialEvaluator(evaluator, this.#unknowns, () => this.#open, signal);
    this.#variables = new SessionVariables({ sessionTime: time, zone, sessionUuid: '' });
    this.#params = around ? mergeMaps(params, scheduleVariables(around, zone)) : params;
  }

  async resolve(): Promise<ResolvedWorkflow> {
    const root = this.#add(this.input.workflow.tasks, null, [], 'always');
    const { timezone } = this.input.workflow;
    return { timezone, root: await this.#resolve(root), truncated: this.#truncated };
  }

  /** @returns the first of the tasks, which holds the others */
  #add(
    tasks: readonly WorkflowTask[],
    parent: StaticTask | null,
    upstreams: readonly StaticTask[],
    when: ResolvedTask['when'],
  ): StaticTask {
    const added: StaticTask[] = [];
    for (const task of tasks) {
      const before = task.upstreams.flatMap((index) => added[index] ?? []);
      const above = task.parent === null ? parent : (added[task.parent] ?? parent);
      const all = added.length === 0 ? [...before, ...upstreams] : before;
      added.push(new StaticTask(this.#tasks++, task, above, all, when));
    }
    if (when === 'always') this.#certain += tasks.length;
    const [first] = added;
    if (!first) throw new Error('A workflow without any task was compiled.');
    return first;
  }

  async #resolve(task: StaticTask): Promise<ResolvedTask> {
    const { compiled, fullName, when } = task;
    const { kind } = compiled.node;
    const found: Findings = { notes: [], children: [] };
    const { scope, merged, own } = this.#scopeOf(task);
    const evaluated = await this.#values.config(merged, scope);
    const { shown } = evaluated;
    for (const child of [...task.children]) await this.#child(child, found);
    const operator = kind === 'operator' ? await this.#imagine(task, evaluated, found) : undefined;
    if (kind !== 'disabled') await this.#generate(errorOf(task, this.#unknowns), task, [], found);
    return {
      fullName,
      name: compiled.name,
      kind,
      when,
      operator,
      exports: keysOf(task.config.exported, shown),
      keys: kind === 'operator' ? keysOf(own, shown) : groupKeys(own),
      applied: operator === undefined ? [] : appliedOptions(operator, task, own, shown),
      ...found,
      place: task.origin?.place,
    };
  }

  async #child(task: StaticTask, { children }: Findings): Promise<void> {
    if (task.id >= mostTasks) this.#truncated = true;
    else if (!this.signal?.aborted) children.push(await this.#resolve(task));
  }

  /** What Digdag hands to a task, with unknown values for what each run has anew. */
  #scopeOf(task: StaticTask): TaskScope {
    const found = taskScope(task, task.fullName, this.#params, this.#variables);
    for (const name of ofEachRun) {
      const unknown = this.#unknowns.make(name);
      found.scope.set(name, unknown);
      if (!found.own.has(name)) found.merged.set(name, unknown);
    }
    return found;
  }

  /** Imagines that the task's operator runs: the tasks that it makes, and what it leaves behind. @returns its name */
  async #imagine(task: StaticTask, evaluated: PartlyEvaluated, found: Findings): Promise<string | undefined> {
    const params = new Map(evaluated.params);
    const operator = setOperator(params);
    if (typeof operator !== 'string' || this.#unknowns.nameOf(operator) !== undefined) return undefined;
    const { files, projectDirectory } = this.input;
    const unknowns = this.#unknowns;
    const { bodies, notes } = expansionOf({
      operator,
      params,
      shown: evaluated.shown,
      files,
      projectDirectory,
      unknowns,
    });
    found.notes.push(...notes);
    const left = leftBy(operator, params, task.origin ?? task.compiled.node, files, unknowns);
    task.result = left.values;
    const made: StaticTask[] = [];
    for (const body of bodies) made.push(...(await this.#generate(body, task, [], found)));
    this.#open ||= left.open;
    await this.#generate(checkOf(task), task, made, found);
    return operator;
  }

  /** Adds the tasks of a body and resolves them. @returns the first of them, where Digdag takes them */
  async #generate(
    body: Body | undefined,
    task: StaticTask,
    upstreams: readonly StaticTask[],
    found: Findings,
  ): Promise<readonly StaticTask[]> {
    if (!body || this.signal?.aborted) return [];
    const { tasks, refusal } = compileSubtasks(task.fullName, body.suffix, body.config);
    const message = refusal ? (refusal.message ?? refusal.java) : this.#limit(tasks.length);
    if (message !== undefined) {
      found.notes.push({ kind: 'error', text: text('{0}', message) });
      return [];
    }
    const when = task.when === 'always' || task.when === 'check' ? body.when : task.when;
    const first = this.#add(tasks, task, upstreams, when);
    await this.#child(first, found);
    return [first];
  }

  #limit(adding: number): string | undefined {
    if (this.#certain + adding <= maxTasks) return undefined;
    return `Too many tasks. Limit: ${maxTasks}, Current: ${this.#certain}, Adding: ${adding} (task limit exceeded)`;
  }
}
