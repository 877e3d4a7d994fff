import { builtInCatalog } from '../catalog/catalog.ts';
import { type Located, type LocatedEntry, LocatedMap } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import { asBoolean, asText } from '../value/typed.ts';
import { taskConfig } from './taskConfig.ts';
import type { BodyKey, OperatorUse, TaskNode } from './taskNode.ts';

/**
 * The tasks of a config as they are written, down to every body, whatever Digdag thinks of them.
 * @param parentFullName what the root's full name begins with: empty of a workflow
 * @param name the root's own name: `+main`, `^sub`, …
 */
export function surveyTasks(parentFullName: string, name: string, config: LocatedMap, place: Place): TaskNode {
  return survey({ name, fullName: parentFullName + name, parent: null, body: null, entry: null, config, place });
}

/** The operator keys of a task, in file order: each key that ends in `>`; where there is none, `_type`. */
export function operatorsOf(config: LocatedMap): OperatorUse[] {
  const uses: OperatorUse[] = [];
  for (const [key, entry] of config.entries) {
    if (key.endsWith('>') && !key.startsWith('+')) uses.push({ name: key.slice(0, -1), entry, command: entry.value });
  }
  const type = config.entries.get('_type');
  if (uses.length > 0 || !type) return uses;
  const name = type.value.kind === 'scalar' ? asText(type.value.value) : undefined;
  return [{ name: name ?? '', entry: type, command: config.get('_command') }];
}

type Start = Pick<TaskNode, 'name' | 'fullName' | 'parent' | 'body' | 'entry' | 'config' | 'place'>;

function survey(start: Start): TaskNode {
  const operators = operatorsOf(start.config);
  const children: TaskNode[] = [];
  const node: TaskNode = { ...start, kind: kindOf(start.config, operators), operators, children };
  if (node.kind === 'disabled') return node;
  for (const [key, entry] of start.config.entries) {
    const child = key.startsWith('+') ? subtask(node, entry) : body(node, key, entry);
    if (child) children.push(child);
  }
  return node;
}

function kindOf(config: LocatedMap, operators: readonly OperatorUse[]): TaskNode['kind'] {
  const disable = config.get('_disable');
  if (disable?.kind === 'scalar' && asBoolean(disable.value) === true) return 'disabled';
  return operators.length > 0 ? 'operator' : 'group';
}

function subtask(parent: TaskNode, entry: LocatedEntry): TaskNode {
  const read = taskConfig(entry.key, entry.value);
  const config = read.ok ? read.config : emptyAt(entry.value);
  const fullName = parent.fullName + entry.key;
  return survey({ name: entry.key, fullName, parent, body: null, entry, config, place: entry.keyPlace });
}

function body(parent: TaskNode, key: string, entry: LocatedEntry): TaskNode | undefined {
  const name = bodyNames.get(key);
  if (!name || entry.value.kind !== 'map' || entry.value.entries.size === 0) return undefined;
  if (!holdsTasks(parent, name.key, entry.value)) return undefined;
  const fullName = parent.fullName + name.suffix;
  const config = entry.value;
  return survey({ name: name.suffix, fullName, parent, body: name.key, entry, config, place: entry.keyPlace });
}

const bodyNames: ReadonlyMap<string, { key: BodyKey; suffix: string }> = new Map([
  ['_do', { key: '_do', suffix: '^sub' }],
  ['_else_do', { key: '_else_do', suffix: '^sub' }],
  ['_check', { key: '_check', suffix: '^check' }],
  ['_error', { key: '_error', suffix: '^error' }],
]);

/** `_error` holds tasks everywhere, `_check` of operators (of a group it never runs), `_do` of operators that read it. */
function holdsTasks(node: TaskNode, key: BodyKey, value: LocatedMap): boolean {
  if (key === '_error') return true;
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

function emptyAt(value: Located): LocatedMap {
  return new LocatedMap(new Map(), value.path, value.start, value.end, value.node);
}
