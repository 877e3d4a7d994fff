import { randomUUID } from 'node:crypto';
import type { Evaluator } from '../../core/expressions/evaluate.ts';
import { runtimeVariables } from '../../core/expressions/session.ts';
import { isSecure } from '../../core/http/address.ts';
import type { FetchedWorkflow } from '../../core/http/fetchedWorkflow.ts';
import { nestedOrEmpty } from '../../core/http/params.ts';
import type { HttpProxy } from '../../core/http/proxy.ts';
import { buildRequest, type HttpRequest } from '../../core/http/request.ts';
import { normalizeHeaders, type WireRequest, wireRequest } from '../../core/http/wire.ts';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import { loadFile } from '../../core/project/load.ts';
import { join, relative } from '../../core/project/paths.ts';
import { caught } from '../../core/text/digdagError.ts';
import { type Text, text } from '../../core/text/text.ts';
import { parseZone, utc } from '../../core/time/zone.ts';
import { toJson } from '../../core/value/json.ts';
import { mergeMaps } from '../../core/value/merge.ts';
import { asText } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { compileSubtasks, compileWorkflow } from '../../core/workflow/compile.ts';
import type { TaskNode } from '../../core/workflow/taskNode.ts';
import { OperatorError } from '../operators/operator.ts';
import { TaskSecrets } from '../secrets/taskSecrets.ts';
import { Mask } from './mask.ts';
import { type ShownRequest, showRequest } from './shown.ts';
import { exportsInScope, localKeys, matchingTasks, operatorOf, requestTasks } from './tasks.ts';
import { missingSecrets, missingVariables, type Unresolved } from './unresolved.ts';

export interface PreviewInput extends TaskInput {
  /** Absolute, of the workflow file. */
  readonly path: string;
  /** Milliseconds since 1970, for the zone of the workflow. */
  readonly sessionTime: (zone: string) => number;
}

/** What the request of any task needs. */
interface TaskInput {
  readonly files: FileSystem;
  /** Absolute: where `digdag run` would start. */
  readonly projectDirectory: string;
  /** `+task` or its full name; the first http_call> (else http>) task where absent. */
  readonly task?: string;
  readonly params: ConfigMap;
  readonly secrets: (key: string) => string | undefined;
  /** For tasks that name none. */
  readonly proxies: readonly HttpProxy[];
  readonly evaluator: Evaluator;
}

/** A request that is ready to be looked at, and to be sent. */
export interface PreparedPreview {
  readonly kind: 'ready';
  readonly task: TaskNode;
  readonly operator: 'http' | 'http_call';
  readonly request: HttpRequest;
  /** The first request as its bytes go out; undefined where Digdag could not send it either. */
  readonly wire: WireRequest | undefined;
  readonly shown: ShownRequest | undefined;
  readonly mask: Mask;
  readonly files: FileSystem;
  readonly projectDirectory: string;
  /** Absolute: where the fetched workflow's includes are looked for. */
  readonly workdir: string;
  /** The value of `_retry`, as JSON, where the task has one. */
  readonly repeats: string | undefined;
  /** What to know before it is sent. */
  readonly warnings: readonly Text[];
  readonly surroundings: Surroundings;
}

/** What a task sees of its workflow. */
interface Surroundings {
  /** Raw, as Digdag hands them down to the tasks that an http_call> task fetches. */
  readonly exported: ConfigMap;
  readonly timezone: string;
  readonly sessionTime: number;
  /** How many tasks the attempt has before any is added. */
  readonly taskCount: number;
  /** Of the preview that brought the task: what the caller's answer holds may be one of its secrets. */
  readonly mask: Mask | undefined;
}

export type Preparation =
  | PreparedPreview
  | { readonly kind: 'unresolved'; readonly task: TaskNode; readonly missing: readonly Unresolved[] }
  /** `digdag`: Digdag fails here, with the words that the message holds. `nothing`: no such file or task. */
  | {
      readonly kind: 'refused';
      readonly reason: 'digdag' | 'nothing';
      readonly task: TaskNode | undefined;
      readonly message: Text;
    };

/** Finds the task of a preview and makes its request, as a run in that session would. Nothing is sent. */
export async function preparePreview(input: PreviewInput, signal?: AbortSignal): Promise<Preparation> {
  const file = loadFile(input.files, input.path);
  if (!file) return nothing(text('{0} does not exist or cannot be read.', input.path));
  const [error] = file.errors;
  if (error) return refused(text('Digdag cannot load {0}: {1}', input.path, error.message ?? error.java));
  if (!file.config) return refused(text('{0} is empty: a workflow needs tasks.', input.path));
  const name = relative(input.projectDirectory, input.path).replace(/\.dig$/, '');
  const { root, workflow, refusal } = compileWorkflow(name, file.config, { called: name.includes('/') });
  if (!workflow) return refused(text('Digdag does not accept {0}: {1}', input.path, refusal.message ?? refusal.java));
  const found = findTask(root, input.task, input.path);
  if ('message' in found) return found;
  const { timezone, tasks } = workflow;
  const exported = exportsInScope(found, input.params);
  const sessionTime = input.sessionTime(timezone);
  return prepareTask(
    input,
    found,
    { exported, timezone, sessionTime, taskCount: tasks.length, mask: undefined },
    signal,
  );
}

/**
 * Goes on to an http_call> or http> task of a workflow that a preview brought: it sees the exports of the tasks around it, and of those that
 * called it.
 * @param input without the file: what was fetched is in none
 */
export async function prepareNested(
  input: TaskInput & { readonly task: string },
  from: PreparedPreview,
  fetched: FetchedWorkflow,
  signal?: AbortSignal,
): Promise<Preparation> {
  const { tasks, refusal } = compileSubtasks(from.task.fullName, '^sub', fetched.definition);
  const [first] = tasks;
  if (!first) return refused(text('Digdag does not accept the answer: {0}', refusal?.message ?? refusal?.java ?? ''));
  const found = findTask(first.node, input.task, from.task.fullName);
  if ('message' in found) return found;
  const { surroundings } = from;
  const exported = exportsInScope(found, mergeMaps(input.params, surroundings.exported));
  return prepareTask(
    input,
    found,
    { ...surroundings, exported, taskCount: surroundings.taskCount + tasks.length, mask: from.mask },
    signal,
  );
}

type Refused = Extract<Preparation, { kind: 'refused' }>;

function refused(message: Text, task?: TaskNode): Refused {
  return { kind: 'refused', reason: 'digdag', task, message };
}

function nothing(message: Text): Refused {
  return { kind: 'refused', reason: 'nothing', task: undefined, message };
}

function findTask(root: TaskNode, pattern: string | undefined, path: string): TaskNode | Refused {
  const tasks = requestTasks(root);
  const [first] = tasks;
  if (!first) return nothing(text('{0} has no http_call> and no http> task: there is nothing to preview.', path));
  if (pattern === undefined) return first;
  const found = matchingTasks(tasks, pattern);
  const [only] = found;
  const names = (some: readonly TaskNode[]): string => some.map(({ fullName }) => fullName).join(', ');
  if (!only) return nothing(text('No http_call> or http> task is named {0}. There are: {1}', pattern, names(tasks)));
  if (found.length > 1) return nothing(text('{0} may mean any of {1}. Write more of the name.', pattern, names(found)));
  return only;
}

async function prepareTask(
  input: TaskInput,
  task: TaskNode,
  surroundings: Surroundings,
  signal: AbortSignal | undefined,
): Promise<Preparation> {
  const { exported, timezone, sessionTime } = surroundings;
  const parsed = parseZone(timezone);
  const zone = parsed.ok ? parsed.zone : utc;
  const session = { sessionTime, zone, sessionUuid: randomUUID() };
  const scope = mergeMaps(exported, runtimeVariables(session, task.fullName, exported));
  const own = localKeys(task);
  const masked = (told: string): string => surroundings.mask?.text(told) ?? told;
  const evaluation = await input.evaluator.config(mergeMaps(scope, own), scope, signal);
  if (!evaluation.ok) {
    const variables = await missingVariables(input.evaluator, mergeMaps(scope, own), scope);
    if (variables.length === 0)
      return refused(text('Digdag cannot evaluate the task: {0}', masked(evaluation.error.message)), task);
    return { kind: 'unresolved', task, missing: [...variables, ...missingSecrets(own, input.secrets)] };
  }
  const params = evaluation.value;
  const use = operatorOf(task) === 'http' ? 'http' : 'http_call';
  params.set('_type', use).set('_command', params.get(`${use}>`) ?? params.get('_command') ?? null);
  const absent = missingSecrets(params, input.secrets);
  if (absent.length > 0) return { kind: 'unresolved', task, missing: absent };
  return build(input, task, use, params, surroundings);
}

function build(
  input: TaskInput,
  task: TaskNode,
  operator: 'http' | 'http_call',
  params: ConfigMap,
  surroundings: Surroundings,
): Preparation {
  try {
    const mounts = caught(() => nestedOrEmpty(params, '_secrets'));
    if (!mounts.ok) return refused(text('Digdag fails before it sends anything: {0}', mounts.error.message), task);
    const secrets = new TaskSecrets(mounts.value, input.secrets);
    const built = buildRequest(operator, params, secrets, input.proxies);
    const known = built.ok ? [...built.value.secretValues, ...proxyCredentials(built.value)] : [];
    const mask = new Mask([...secrets.used, ...known], surroundings.mask);
    if (!built.ok)
      return refused(text('Digdag fails before it sends anything: {0}', mask.text(built.error.message)), task);
    const request = built.value;
    const { address } = request;
    const addressed = address && { ...request, address };
    const wire = addressed && wireRequest(addressed, normalizeHeaders(addressed, undefined));
    const { files, projectDirectory } = input;
    const repeats = params.get('_retry') ?? null;
    return {
      kind: 'ready',
      task,
      operator,
      request,
      wire,
      shown: wire && showRequest(wire, mask),
      mask,
      files,
      projectDirectory,
      workdir: join(projectDirectory, asText(params.get('_workdir') ?? '') ?? ''),
      repeats: repeats === null ? undefined : toJson(repeats),
      warnings: addressed && secrets.used.size > 0 && !isSecure(addressed.address) ? [plainSecret] : [],
      surroundings,
    };
  } catch (error) {
    if (error instanceof OperatorError)
      return refused(text('Digdag fails before it sends anything: {0}', error.shown), task);
    throw error;
  }
}

/** What goes to proxies that need a password. */
function proxyCredentials({ proxies }: HttpRequest): string[] {
  return proxies.flatMap(({ authorization }) => authorization?.split(' ').slice(1) ?? []);
}

const plainSecret = text('A secret goes to an http:// address: anybody on the way can read it.');
