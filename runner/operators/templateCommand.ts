import { DigdagError } from '../../core/text/digdagError.ts';
import { getText } from '../../core/value/typed.ts';
import { type ConfigMap, isMap } from '../../core/value/value.ts';
import { commandText, orThrow } from './config.ts';
import { configError, OperatorError, type TaskContext } from './operator.ts';
import { workspacePath } from './workspace.ts';

/**
 * The text that a task works with: of the file that its command names, with `${…}` evaluated; `data` of its command; or a parameter
 * (Workspace.templateCommand).
 * @param params the task's parameters with the operator's defaults, which the file may use, too
 * @param parameter where there is no command at all
 */
export async function templateCommand(context: TaskContext, params: ConfigMap, parameter: string): Promise<string> {
  if (!params.has('_command')) return orThrow(getText(params, parameter));
  const command = params.get('_command');
  if (isMap(command)) return orThrow(getText(command, 'data'));
  const name = commandText(params);
  const text = readText(context, name);
  try {
    return await context.template(text, params);
  } catch (error) {
    const text = error instanceof DigdagError ? error.text : error instanceof OperatorError ? error.message : undefined;
    throw text === undefined ? error : configError(`${text} in ${name}`);
  }
}

function readText(context: TaskContext, name: string): string {
  const path = pathOf(context, name);
  const kind = context.files.kind(path);
  if (kind === undefined) throw configError(`File not found: ${path}`);
  const file = kind === 'file' ? context.files.read(path) : undefined;
  if (!file) throw configError(`Failed to read file: ${name}: class java.io.IOException`);
  if (file.malformed) {
    throw configError(`Failed to read file: ${name}: class java.nio.charset.MalformedInputException`);
  }
  return file.text;
}

function pathOf(context: TaskContext, name: string): string {
  try {
    return workspacePath(context, name);
  } catch (error) {
    throw error instanceof DigdagError ? configError(`${error.text}: ${name}`) : error;
  }
}
