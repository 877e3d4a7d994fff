import { resolve } from 'node:path';
import { getTextOr } from '../core/value/typed.ts';
import type { ConfigMap } from '../core/value/value.ts';
import type { Task } from './attempt/task.ts';
import { nestedOrEmpty, orThrow } from './operators/config.ts';
import { configError, type TaskContext } from './operators/operator.ts';
import type { RunningAttempt } from './runningAttempt.ts';
import { TaskSecrets } from './secrets/taskSecrets.ts';

/** What an operator gets to see and to use for one task. */
export function taskContext(attempt: RunningAttempt, task: Task, params: ConfigMap, local: ConfigMap): TaskContext {
  const { runner, events } = attempt;
  const { options, signal } = runner.world;
  const mounts = nestedOrEmpty(params, '_secrets');
  params.delete('_secrets');
  const workdir = orThrow(getTextOr(params, '_workdir', ''));
  return {
    taskId: task.id,
    taskName: task.fullName,
    params,
    local,
    secrets: new TaskSecrets(mounts, (key) => runner.secret(key)),
    projectDirectory: options.projectDirectory,
    workdir: resolve(options.projectDirectory, workdir),
    files: options.files,
    system: options.system ?? new Map(),
    env: options.env,
    retryCount: task.tries,
    state: task.stateParams,
    processes: runner.processes,
    scripts: runner.scripts,
    signal,
    output: (chunk) => events.output(task, chunk),
    log: (level, message) => events.log(level, message, task),
    runWorkflow: (required) => runner.require(required),
    async template(text, given = params) {
      const evaluation = await runner.world.evaluator.template(text, given, signal);
      if (!evaluation.ok) throw configError(evaluation.error.message);
      return evaluation.value;
    },
  };
}
