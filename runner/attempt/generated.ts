import { mergedConfig } from '../../core/attempt/task.ts';
import type { LocatedMap } from '../../core/project/located.ts';
import { slaOptions } from '../../core/schedule/sla.ts';
import { type ConfigMap, isMap } from '../../core/value/value.ts';
import { compileSubtasks } from '../../core/workflow/compile.ts';
import { configError } from '../operators/operator.ts';
import type { Task } from './task.ts';
import type { Addition, TaskTable } from './taskTable.ts';

// The tasks that an attempt adds while it runs. Each function returns the first of them, or undefined where there is nothing to add, and
// throws an OperatorError where Digdag refuses the config.

/** `^sub`: what an operator made. */
export function addSubtasks(
  table: TaskTable,
  task: Task,
  config: ConfigMap | LocatedMap | undefined,
): Task | undefined {
  const size = config instanceof Map ? config.size : (config?.entries.size ?? 0);
  return config === undefined || size === 0 ? undefined : add(table, task, '^sub', config, { initial: true });
}

/** `^check` runs when the task and what it made succeeded. */
export function addCheck(table: TaskTable, task: Task, after: Task | undefined): Task | undefined {
  const config = body(task, '_check');
  return config && add(table, task, '^check', config, { initial: false, upstreams: after ? [after] : [] });
}

/** `^error`; `exported` gives what it may see of the failure, on top of its own `_export`. */
export function addError(table: TaskTable, task: Task, exported: (own: ConfigMap) => ConfigMap): Task | undefined {
  const config = body(task, '_error');
  if (!config) return undefined;
  const own = config.get('_export');
  const full = new Map(config).set('_export', exported(isMap(own) ? own : new Map()));
  return add(table, task, '^error', full, { initial: false });
}

/** The note to the outside that the whole attempt failed (addAttemptFailureAlertTask). */
export function addFailureAlert(table: TaskTable, root: Task): Task {
  const config: ConfigMap = new Map([
    ['_type', 'notify'],
    ['_command', 'Workflow session attempt failed'],
  ]);
  return add(table, root, '^failure-alert', config, { initial: false, limited: false });
}

/** The tasks of `sla:` when its time has come (addSlaMonitorTasks). */
export function addSla(table: TaskTable, root: Task, sla: ConfigMap, asks: { alert: boolean; fail: boolean }): void {
  const options = { initial: false, limited: false };
  const violation = (type: string): ConfigMap =>
    new Map([
      ['_type', type],
      ['_command', 'SLA violation'],
    ]);
  if (asks.alert) add(table, root, '^sla^alert', violation('notify'), options);
  if (asks.fail) add(table, root, '^sla^fail', violation('fail'), options);
  const rest = new Map([...sla].filter(([key]) => !slaOptions.has(key)));
  add(table, root, '^sla', rest, options);
}

function add(
  table: TaskTable,
  parent: Task,
  suffix: string,
  config: ConfigMap | LocatedMap,
  options: Omit<Addition, 'tasks' | 'parent'>,
): Task {
  const { tasks, refusal } = compileSubtasks(parent.fullName, suffix, config);
  if (refusal) throw configError(refusal.message ?? refusal.java);
  return table.add({ ...options, tasks, parent });
}

/**
 * What stands under `_check` or `_error` of a task, also where its `_export` brings it; undefined where that is empty. Throws an
 * OperatorError where it is no map: Digdag reads it now.
 */
function body(task: Task, key: '_check' | '_error'): ConfigMap | undefined {
  const value = mergedConfig(task, key).get(key) ?? null;
  if (value === null) return undefined;
  if (!isMap(value)) throw configError(`Parameter '${key}' must be an object`);
  return value.size > 0 ? value : undefined;
}
