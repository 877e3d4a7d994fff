import { builtInCatalog, type Catalog } from '../../catalog/catalog.ts';
import type { Operator } from '../../catalog/types.ts';
import type { LocatedEntry } from '../../project/located.ts';
import type { OperatorUse, TaskNode } from '../../workflow/taskNode.ts';
import type { RuleContext } from '../rule.ts';

/** A task with the one operator that it runs, where the catalogue knows it. */
export interface OperatorTask {
  readonly node: TaskNode;
  readonly use: OperatorUse;
  readonly operator: Operator;
}

/** The tasks that a rule is to look at and that run an operator of the catalogue. */
export function operatorTasks(context: RuleContext): readonly OperatorTask[] {
  return context.once(operatorTasksOfFile);
}

function operatorTasksOfFile({ tasks, options }: RuleContext): OperatorTask[] {
  return [...operatorTasksIn(tasks, options.catalog)];
}

/** The tasks that run an operator of the catalogue; those with several operators, which Digdag refuses, left out. */
export function* operatorTasksIn(
  tasks: Iterable<TaskNode>,
  catalog: Catalog = builtInCatalog,
): Generator<OperatorTask> {
  for (const node of tasks) {
    const use = node.kind === 'operator' && node.operators.length === 1 ? node.operators[0] : undefined;
    const operator = use && catalog.operator(use.name);
    if (use && operator) yield { node, use, operator };
  }
}

/** The tasks around a task, the nearest first. */
export function* around(node: TaskNode): Generator<TaskNode> {
  for (let at = node.parent; at; at = at.parent) yield at;
}

/** What `_export` of the task and of the tasks around it says about a variable or section: the nearest first. */
export function* exportsOf(node: TaskNode, key: string): Generator<LocatedEntry> {
  for (const at of [node, ...around(node)]) {
    const exported = at.config.get('_export');
    const entry = exported?.kind === 'map' ? exported.entries.get(key) : undefined;
    if (entry) yield entry;
  }
}

/** A keyword that stands in the task, or reaches it through an `_export`. */
export function inScope(node: TaskNode, key: string): boolean {
  return node.config.has(key) || !exportsOf(node, key).next().done;
}
