import { loadFile } from '../../core/project/load.ts';
import { normalize, relative } from '../../core/project/paths.ts';
import { javaKind } from '../../core/text/javaKind.ts';
import { compileWorkflow } from '../../core/workflow/compile.ts';
import { commandText } from './config.ts';
import { configError, type Operator, OperatorError } from './operator.ts';
import { workspacePath } from './workspace.ts';

/** call>: runs another workflow file of the project in this task's place. */
export const operator: Operator = {
  retries: true,
  expands: true,
  async run(context) {
    const command = commandText(context.params);
    const path = workspacePath(context, command.endsWith('.dig') ? command : `${command}.dig`);
    const loaded = loadFile(context.files, normalize(path));
    if (!loaded) throw configError(`File not found: ${path}`);
    const [error] = loaded.errors;
    if (error || !loaded.config) throw refused(error?.java ?? 'ConfigException', error?.message);
    const name = relative(context.projectDirectory, normalize(path)).slice(0, -'.dig'.length);
    const { definition, refusal } = compileWorkflow(name, loaded.config, { called: true });
    // What is wrong with its tasks comes out when they become subtasks of this one.
    if (refusal?.stage === 'workflow') throw refused(refusal.java, refusal.message);
    return { subtasks: definition };
  },
};

function refused(java: string, message: string | null | undefined): OperatorError {
  return new OperatorError(message ?? java, { kind: javaKind(java) });
}
