import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fillSecrets } from '../../core/text/secretTemplate.ts';
import { toJson } from '../../core/value/json.ts';
import { runCommand } from './command.ts';
import { commandText, textList, withSection } from './config.ts';
import { isEnvironmentName, taskEnvironment } from './environment.ts';
import { configError, type Operator, OperatorError, type TaskContext } from './operator.ts';
import { workdirOf } from './workspace.ts';

/** sh>: runs a shell script. Every parameter with a name that a shell takes is an environment variable. */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const directory = workdirOf(context);
    const params = withSection(context, 'sh');
    const shell = params.has('shell') ? textList(params, 'shell') : ['/bin/sh'];
    const script = fillSecrets(commandText(params), (key) => context.secrets.get(key));
    const environment = new Map([...parameterEnvironment(params), ...taskEnvironment(context)]);
    const code = await runScript(context, script, shell, directory, environment);
    if (code !== 0) throw new OperatorError(`Command failed with code ${code}`, { kind: 'runtime' });
    return {};
  },
};

const file = 'runner.sh';

async function runScript(
  context: TaskContext,
  script: string,
  shell: readonly string[],
  directory: string,
  environment: ReadonlyMap<string, string>,
): Promise<number> {
  const temporary = context.scripts.take(context);
  const runner = join(temporary, file);
  try {
    // At once: many tasks are shorter than the way to Node's threads and back.
    writeFileSync(runner, script, { mode: 0o600 });
    const command = [...shell, relative(directory, runner)];
    return await runCommand(context, command, directory, environment);
  } finally {
    context.scripts.release(temporary, file);
  }
}

function parameterEnvironment(params: TaskContext['params']): Map<string, string> {
  const variables = new Map<string, string>();
  for (const [name, value] of params) {
    if (!isEnvironmentName(name)) continue;
    if (value === null) throw configError(`Parameter '${name}' is required but null`);
    variables.set(name, typeof value === 'string' ? value : toJson(value));
  }
  return variables;
}
