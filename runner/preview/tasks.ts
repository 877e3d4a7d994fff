import { isVisible } from '../../core/expressions/scopes/definitions.ts';
import { type LocatedMap, toMap, toValue } from '../../core/project/located.ts';
import { mergeMaps } from '../../core/value/merge.ts';
import { type ConfigMap, isMap } from '../../core/value/value.ts';
import { type TaskNode, walkTasks } from '../../core/workflow/taskNode.ts';

/** Every http_call> and http> task of a file as it is written, also inside of `_do`, `_check` and `_error`; http_call> first. */
export function requestTasks(root: TaskNode): TaskNode[] {
  const nodes = [...walkTasks(root)];
  return ['http_call', 'http'].flatMap((name) => nodes.filter((node) => operatorOf(node) === name));
}

/** `http` or `http_call` of a task that sends a request. */
export function operatorOf(node: TaskNode): string | undefined {
  return node.kind === 'operator' ? node.operators[0]?.name : undefined;
}

/** The tasks that a pattern such as `+group+task` means: the full name, or its end. */
export function matchingTasks(tasks: readonly TaskNode[], pattern: string): TaskNode[] {
  const exact = tasks.filter(({ fullName }) => fullName === pattern);
  return exact.length > 0 ? exact : tasks.filter(({ fullName }) => fullName.endsWith(pattern));
}

/** The parameters that exports give a task, from the workflow's own down to the task's. What other tasks store is not known here. */
export function exportsInScope(node: TaskNode, params: ConfigMap): ConfigMap {
  const path: TaskNode[] = [];
  for (let at: TaskNode | null = node; at; at = at.parent) path.unshift(at);
  return path.reduce((scope, task) => mergeMaps(scope, exportsOf(task.config)), params);
}

function exportsOf(config: LocatedMap): ConfigMap {
  const written = config.get('_export');
  const exported = written ? toValue(written) : undefined;
  return isMap(exported) ? exported : new Map();
}

/** The task's own keys, as its operator sees them. */
export function localKeys(node: TaskNode): ConfigMap {
  return new Map([...toMap(node.config)].filter(([key]) => isVisible(key)));
}
