import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fillSecrets } from '../../core/text/secretTemplate.ts';
import { writeYaml } from '../../core/yaml/write.ts';
import { runCommand } from './command.ts';
import { commandText, requiredNested, withSection } from './config.ts';
import { taskEnvironment } from './environment.ts';
import { type Operator, OperatorError, type TaskContext } from './operator.ts';
import { temporaryDirectory, workdirOf, workspacePath } from './workspace.ts';

/** embulk>: loads data with an installed Embulk, by a YAML file whose `${…}` and secrets are filled in. */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const directory = workdirOf(context);
    const config = await configOf(context);
    const temporary = temporaryDirectory(context, 'embulk');
    try {
      const file = join(temporary, 'load.yml');
      await writeFile(file, config, { mode: 0o600 });
      const command = ['embulk', 'run', relative(directory, file)];
      const code = await runCommand(context, command, directory, taskEnvironment(context));
      if (code !== 0) throw new OperatorError(`Command failed with code ${code}`, { kind: 'runtime' });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    return {};
  },
};

async function configOf(context: TaskContext): Promise<string> {
  const params = withSection(context, 'embulk');
  if (params.get('_command') == null) return writeYaml(requiredNested(params, 'config'));
  const name = commandText(params);
  const path = workspacePath(context, name);
  const kind = context.files.kind(path);
  if (kind !== 'file') {
    const cause = kind === undefined ? `nio.file.NoSuchFileException: ${path}` : 'io.IOException: Is a directory';
    throw new OperatorError(`java.${cause}`, { kind: 'runtime' });
  }
  return fillSecrets(await context.template(await readFile(path, 'utf8')), (key) => context.secrets.get(key));
}
