import { builtInCatalog } from '../../catalog/catalog.ts';
import { type LocatedEntry, type LocatedMap, toValue } from '../../project/located.ts';
import type { Value } from '../../value/value.ts';
import { isHandler } from '../../workflow/bodyKeys.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import { hasTemplate } from '../scan.ts';
import { runtimeVariables, scheduleVariables } from '../session.ts';
import { bodyVariables } from './loops.ts';
import { Outputs, outputsOf } from './outputs.ts';
import type { Definition, Origin, OutputsBefore, ScopeOptions } from './variable.ts';

/**
 * Everything that gives a variable to a task's expressions, the weakest first: parameters, then from the root down what earlier siblings left and
 * what the level exports, then Digdag's own variables, then the task's keys (TaskOperators: WorkflowExecutor.collectParams, OperatorManager).
 * @param before of the task's own keys only those written before this one are visible; all of them where absent
 */
export function definitionsAt(task: TaskNode, options: ScopeOptions, before?: string): Definition[] {
  const outputs = options.outputs ?? new Outputs();
  return [
    ...aroundTasks(options),
    ...levels(task).flatMap((level) => levelDefinitions(level, outputs)),
    ...sessionDefinitions(task, options),
    ...keyDefinitions(task, before),
  ];
}

/** What is given to a file as a whole. */
export function aroundTasks({ others, params }: ScopeOptions): Definition[] {
  return [...(others ?? []), ...mapDefinitions(params, 'parameter')];
}

/** The names of `definitionsAt`, as they are kept: where there are thousands, it would take its time to tell them again for each expression. */
export interface NamesAt {
  /** What levels export, and what tasks leave behind; maps of the tree, the same ones for all expressions that see them. */
  readonly maps: readonly ReadonlyMap<string, unknown>[];
  /** What operators around the task give, and Digdag itself. */
  readonly given: readonly string[];
  /** The task's own keys, of which those count that are visible and have a smaller number than this. */
  readonly keys: LocatedMap;
  readonly until: number;
}

export function namesAt(
  task: TaskNode,
  options: ScopeOptions & { readonly outputs: OutputsBefore },
  before?: string,
): NamesAt {
  const around = levels(task);
  const maps = around.flatMap((level) => {
    const exported = level.config.get('_export');
    return [options.outputs.before(level), ...(exported?.kind === 'map' ? [exported.entries] : [])];
  });
  const given = [...around.flatMap(givenTo), ...sessionDefinitions(task, options)].map(({ name }) => name);
  return { maps, given, keys: task.config, until: numberOf(task, before) };
}

/** The number of the first key that is not visible to an expression. */
function numberOf({ config }: TaskNode, before: string | undefined): number {
  return (before === undefined ? undefined : config.index.numberOf(before)) ?? config.entries.size;
}

/** Whether the file itself gives a variable to a task's expressions: the quick question behind `definitionsAt`. Session variables left aside. */
export function isDefinedAt(name: string, task: TaskNode, outputs: OutputsBefore, before?: string): boolean {
  return originOf(name, task, outputs, before) !== undefined;
}

/** What in the file gives a variable to a task's expressions: of several the one that wins. Session variables left aside. */
export function originOf(name: string, task: TaskNode, outputs: OutputsBefore, before?: string): Origin | undefined {
  const own = task.config.entries.get(name);
  if (own && (task.config.index.numberOf(name) ?? 0) < numberOf(task, before)) {
    return { kind: 'key', place: own.keyPlace, task: task.fullName };
  }
  for (let level: TaskNode | null = task; level; level = level.parent) {
    const given = givenTo(level).findLast((definition) => definition.name === name);
    if (given?.origin.kind === 'loop') return given.origin;
    const exported = level.config.get('_export');
    const entry = exported?.kind === 'map' ? exported.entries.get(name) : undefined;
    if (entry) return { kind: 'export', place: entry.keyPlace, task: level.fullName };
    const output = given ?? outputs.before(level).get(name);
    if (output) return output.origin;
  }
  return undefined;
}

/** What the operator around a body gives to it: loop variables, and to `_check` what it stored. */
function givenTo(node: TaskNode): Definition[] {
  if (node.body === null) return [];
  const stored = node.body === '_check' && node.parent ? outputsOf(node.parent) : [];
  return [...stored, ...bodyVariables(node)];
}

/** A task and those around it, the root first. */
export function levels(task: TaskNode): TaskNode[] {
  const path: TaskNode[] = [];
  for (let node: TaskNode | null = task; node; node = node.parent) path.push(node);
  return path.reverse();
}

/** What earlier siblings of a level left, what is around it and what it exports. */
export function levelDefinitions(node: TaskNode, outputs: OutputsBefore): Definition[] {
  const around = node.body === '_check' && node.parent ? outputsOf(node.parent) : [];
  return [...outputs.before(node).values(), ...around, ...exportsOf(node), ...bodyVariables(node)];
}

/** The entries of a level's `_export`; a loop's own variables win over those of its body. */
export function exportsOf(node: TaskNode): Definition[] {
  const exported = node.config.get('_export');
  if (exported?.kind !== 'map') return [];
  return [...exported.entries.values()].map((entry) => written(entry, 'export', node));
}

function keyDefinitions(task: TaskNode, before: string | undefined): Definition[] {
  const definitions: Definition[] = [];
  for (const entry of task.config.entries.values()) {
    if (entry.key === before) break;
    definitions.push(...keysOf(task, entry));
  }
  return definitions;
}

/** What a key of a task gives to the values below it: nothing where it is no parameter. */
export function keysOf(task: TaskNode, entry: LocatedEntry): Definition[] {
  return isVisible(entry.key) ? [written(entry, 'key', task)] : [];
}

/** Whether a key is a parameter of the task's operator. */
export function isVisible(key: string): boolean {
  return key !== '_export' && !isHandler(key) && !key.startsWith('+');
}

function written(entry: LocatedEntry, kind: 'export' | 'key', task: TaskNode): Definition {
  const value = toValue(entry.value);
  const certainty = holdsTemplate(value) ? 'computed' : 'fixed';
  return { name: entry.key, value, certainty, origin: { kind, place: entry.keyPlace, task: task.fullName } };
}

function holdsTemplate(value: Value): boolean {
  if (typeof value === 'string') return hasTemplate(value);
  if (Array.isArray(value)) return value.some(holdsTemplate);
  return value instanceof Map && [...value.values()].some(holdsTemplate);
}

/** Digdag's own variables. */
export function sessionDefinitions(task: TaskNode, options: ScopeOptions): Definition[] {
  const { session, sessions } = options;
  const scheduled = session && sessions ? scheduleVariables(sessions, session.zone) : undefined;
  if (session) {
    const runtime = runtimeVariables(session, task.fullName, scheduled ?? new Map());
    return [...mapDefinitions(scheduled, 'session'), ...mapDefinitions(runtime, 'session')];
  }
  const { scheduled: hasSchedule } = options;
  return builtInCatalog
    .variables()
    .filter(({ available }) => available === 'always' || (available === 'scheduled' && hasSchedule))
    .map(({ name }) => ({ name, certainty: 'unknown', origin: { kind: 'session' } }));
}

function mapDefinitions(map: ReadonlyMap<string, Value> | undefined, kind: 'parameter' | 'session'): Definition[] {
  return [...(map ?? [])].map(([name, value]) => ({ name, value, certainty: 'computed', origin: { kind } }));
}
