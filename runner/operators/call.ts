import { loadFile } from '../../core/project/load.ts';
import { normalize, relative } from '../../core/project/paths.ts';
import { compileWorkflow } from '../../core/workflow/compile.ts';
import { commandText } from './config.ts';
import { configError, type Operator, OperatorError } from './operator.ts';
import { workspacePath } from './workspace.ts';

/** call>: runs another workflow file of the project in this task's place. */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const command = commandText(context.params);
    const path = workspacePath(context, command.endsWith('.dig') ? command : `${command}.dig`);
    const loaded = loadFile(context.files, normalize(path));
    if (!loaded) throw configError(`File not found: ${path}`);
    const [error] = loaded.errors;
    if (error || !loaded.config) throw new OperatorError(error?.message ?? '', { kind: 'model validation' });
    const name = relative(context.projectDirectory, normalize(path)).slice(0, -'.dig'.length);
    const { definition, refusal } = compileWorkflow(name, loaded.config);
    if (refusal?.stage === 'workflow') {
      throw new OperatorError(refusal.message ?? '', {
        kind: refusal.java === 'ConfigException' ? 'config' : 'model validation',
      });
    }
    return { subtasks: definition };
  },
};
