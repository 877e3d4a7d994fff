import { runInDocker } from '../process/docker.ts';
import { runProcess } from '../process/process.ts';
import { nested } from './config.ts';
import type { TaskContext } from './operator.ts';

/** Runs a task's command, in a container where the parameters ask for one, and resolves to its exit code. */
export function runCommand(
  context: TaskContext,
  command: readonly string[],
  directory: string,
  environment: ReadonlyMap<string, string>,
): Promise<number> {
  const request = { command, directory, environment, context };
  const docker = nested(context.params, 'docker');
  return docker ? runInDocker(docker, request, context) : runProcess(request);
}
