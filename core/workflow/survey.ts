import { builtInCatalog } from '../catalog/catalog.ts';
import { type LocatedEntry, LocatedMap } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import { slaOptions } from '../schedule/sla.ts';
import { asBoolean, asText } from '../value/typed.ts';
import { taskConfig } from './taskConfig.ts';
import type { BodyKey, OperatorUse, TaskNode } from './taskNode.ts';

/**
 * The tasks of a config as they are written, down to every body, whatever Digdag thinks of them.
 * @param parentFullName what the root's full name begins with: empty of a workflow
 * @param name the root's own name: `+main`, `^sub`, …
 */
export function surveyTasks(parentFullName: string, name: string, config: LocatedMap, place: Place): TaskNode {
  return survey(new WrittenTask(name, parentFullName + name, null, null, null, config, place));
}

/** The operator keys of a task, in file order: each key that ends in `>`; where there is none, `_type`. */
function operatorsOf(config: LocatedMap): readonly OperatorUse[] {
  let uses: OperatorUse[] | undefined;
  for (const entry of config.entries.values()) {
    const { key } = entry;
    if (key.endsWith('>') && !key.startsWith('+')) {
      uses ??= [];
      uses.push({ name: key.slice(0, -1), entry, command: entry.value });
    }
  }
  return uses ?? typeOf(config);
}

function typeOf(config: LocatedMap): readonly OperatorUse[] {
  const type = config.entries.get('_type');
  if (!type) return none;
  const name = type.value.kind === 'scalar' ? asText(type.value.value) : undefined;
  return [{ name: name ?? '', entry: type, command: config.get('_command') }];
}

const none: readonly never[] = [];

/** One shape for every task: files have tens of thousands of them. */
class WrittenTask implements TaskNode {
  readonly operators: readonly OperatorUse[];
  readonly kind: TaskNode['kind'];
  children: TaskNode[] | readonly never[] = none;

  constructor(
    readonly name: string,
    readonly fullName: string,
    readonly parent: TaskNode | null,
    readonly body: BodyKey | null,
    readonly entry: LocatedEntry | null,
    readonly config: LocatedMap,
    private readonly rootPlace: Place,
  ) {
    this.operators = operatorsOf(config);
    this.kind = isDisabled(config) ? 'disabled' : this.operators.length > 0 ? 'operator' : 'group';
  }

  get place(): Place {
    return this.entry?.keyPlace ?? this.rootPlace;
  }
}

function survey(node: WrittenTask): WrittenTask {
  if (node.kind === 'disabled') return node;
  let children: TaskNode[] | undefined;
  for (const entry of node.config.entries.values()) {
    const child = entry.key.startsWith('+') ? subtask(node, entry) : body(node, entry);
    if (!child) continue;
    children ??= [];
    children.push(child);
  }
  if (children) node.children = children;
  return node;
}

function isDisabled(config: LocatedMap): boolean {
  const disable = config.get('_disable');
  return disable?.kind === 'scalar' && asBoolean(disable.value) === true;
}

function subtask(parent: TaskNode, entry: LocatedEntry): TaskNode {
  const config = entry.value.kind === 'map' ? entry.value : mergedList(entry);
  return survey(new WrittenTask(entry.key, parent.fullName + entry.key, parent, null, entry, config, entry.value));
}

function mergedList(entry: LocatedEntry): LocatedMap {
  const read = taskConfig(entry.key, entry.value);
  const { path, start, end, node } = entry.value;
  return read.ok ? read.config : new LocatedMap(new Map(), path, start, end, node);
}

function body(parent: TaskNode, entry: LocatedEntry): TaskNode | undefined {
  if (entry.value.kind !== 'map') return undefined;
  const name = bodyNames.get(entry.key);
  if (!name || !holdsTasks(parent, name.key, entry.value)) return undefined;
  const config = name.key === 'sla' ? tasksOfSla(entry.value) : entry.value;
  if (config.entries.size === 0) return undefined;
  const fullName = parent.fullName + name.suffix;
  return survey(new WrittenTask(name.suffix, fullName, parent, name.key, entry, config, entry.value));
}

/** What Digdag compiles of `sla` when its time has come (WorkflowExecutor.addMonitorTask). */
function tasksOfSla({ entries, path, start, end, node }: LocatedMap): LocatedMap {
  const tasks = [...entries].filter(([key]) => !slaOptions.has(key));
  return new LocatedMap(new Map(tasks), path, start, end, node);
}

const bodyNames: ReadonlyMap<string, { key: BodyKey; suffix: string }> = new Map([
  ['_do', { key: '_do', suffix: '^sub' }],
  ['_else_do', { key: '_else_do', suffix: '^sub' }],
  ['_check', { key: '_check', suffix: '^check' }],
  ['_error', { key: '_error', suffix: '^error' }],
  ['sla', { key: 'sla', suffix: '^sla' }],
]);

/** `_error` holds tasks everywhere, `sla` at the top of a workflow, `_check` of operators (of a group it never runs), `_do` of operators that read it. */
function holdsTasks(node: TaskNode, key: BodyKey, value: LocatedMap): boolean {
  if (key === '_error') return true;
  if (key === 'sla') return node.parent === null && node.name.startsWith('+');
  if (node.kind !== 'operator') return false;
  return key === '_check' || readsBody(node, key) || looksLikeTasks(node, value);
}

/** Whether the task's operator makes tasks of this key, as far as the catalogue knows. */
export function readsBody(node: TaskNode, key: BodyKey): boolean {
  return node.operators.some((use) => builtInCatalog.operator(use.name)?.subtasks?.reads?.includes(key));
}

/** An operator that the catalogue does not know may take tasks too; of one that it knows, `_do` is just another key. */
function looksLikeTasks(node: TaskNode, value: LocatedMap): boolean {
  if (node.operators.some((use) => builtInCatalog.operator(use.name))) return false;
  return [...value.entries.keys()].some((key) => key.startsWith('+') || key.endsWith('>'));
}
