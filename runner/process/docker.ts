import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from '../../core/value/json.ts';
import { getBoolean, getText } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { orThrow, textList } from '../operators/config.ts';
import { OperatorError, type TaskContext } from '../operators/operator.ts';
import { type ProcessRequest, runProcess } from './process.ts';

/** Runs a command in a container that sees the project directory under its own path (DockerCommandExecutor). */
export async function runInDocker(docker: ConfigMap, request: ProcessRequest, context: TaskContext): Promise<number> {
  const program = docker.has('docker') ? orThrow(getText(docker, 'docker')) : 'docker';
  const image = await imageOf(docker, program, request, context);
  const { projectDirectory } = context;
  const relabel = orThrow(getBoolean(docker, 'selinux', false)) ? ',Z' : '';
  const command = [
    program,
    'run',
    ...textList(docker, 'run_options'),
    '--rm',
    '-v',
    `${projectDirectory}:${projectDirectory}:rw${relabel}`,
    '-w',
    request.directory,
    // The values come from the environment of the docker command: they are not for everyone's eyes in the list of processes.
    ...[...request.environment.keys()].flatMap((name) => ['-e', name]),
    image,
    ...request.command,
  ];
  return runProcess({ ...request, command });
}

async function imageOf(
  docker: ConfigMap,
  program: string,
  request: ProcessRequest,
  context: TaskContext,
): Promise<string> {
  const base = orThrow(getText(docker, 'image'));
  const prepare = async (...args: readonly string[]): Promise<void> => {
    const code = await runProcess({ ...request, environment: new Map(), command: [program, ...args] });
    if (code !== 0) throw new OperatorError(`Docker ${args[0]} failed with code ${code}`, { kind: 'runtime' });
  };
  if (!docker.has('build')) {
    if (orThrow(getBoolean(docker, 'pull_always', false))) await prepare('pull', base);
    return base;
  }
  const build = textList(docker, 'build');
  const tag = createHash('sha1')
    .update(toJson([base, ...build]))
    .digest('hex');
  const folder = join(context.projectDirectory, '.digdag', 'tmp', 'docker');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `Dockerfile.digdag-project-1.${tag}`);
  const lines = build.flatMap((command) => command.split('\n')).map((line) => `RUN ${line}\n`);
  writeFileSync(file, `FROM ${base.replaceAll('\n', '')}\n${lines.join('')}`);
  const name = `digdag-project-1:${tag}`;
  await prepare(
    'build',
    ...textList(docker, 'build_options'),
    '-f',
    file,
    '--force-rm',
    '-t',
    name,
    context.projectDirectory,
  );
  return name;
}
