import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { toJson } from '../../../core/value/json.ts';
import { parseJson } from '../../../core/value/parseJson.ts';
import { asText, getText } from '../../../core/value/typed.ts';
import { type ConfigMap, Float, isMap } from '../../../core/value/value.ts';
import { runCommand } from '../command.ts';
import { commandText, nested, nestedOrEmpty, orThrow, textList, withSection } from '../config.ts';
import { taskEnvironment } from '../environment.ts';
import { configError, OperatorError, type TaskContext, type TaskResult } from '../operator.ts';
import { temporaryDirectory, workdirOf } from '../workspace.ts';

/** What py> and rb> do differently. */
export interface Language {
  /** `py`: the operator, and the map of defaults. */
  readonly name: string;
  /** The parameter that names the interpreter, and the interpreter where it is not set. */
  readonly interpreter: string;
  readonly runner: { readonly file: string; readonly text: string };
  /** The arguments before the runner's path. */
  options(params: ConfigMap, directory: string): readonly string[];
  /** What is said of a failure. */
  describe(code: number, error: ConfigMap | undefined): string;
}

/** Runs a function of the project with the task's parameters, and takes what it stored, exported and added. */
export async function runFunction(context: TaskContext, language: Language): Promise<TaskResult> {
  const directory = workdirOf(context);
  const params = withSection(context, language.name);
  const temporary = temporaryDirectory(context, language.name);
  const file = (name: string): string => join(temporary, name);
  const shown = (name: string): string => relative(directory, file(name));
  try {
    const called = params.has('_command') && params.get('_command') !== null;
    const script = called ? language.runner.text : orThrow(getText(params, 'script'));
    const command = [
      ...interpreterOf(params, language.interpreter),
      ...language.options(params, directory),
      shown(language.runner.file),
      ...(called ? [commandText(params)] : []),
      shown('input.json'),
      shown('output.json'),
    ];
    const input: ConfigMap = new Map([['params', params]]);
    await writeFile(file('input.json'), toJson(input), { mode: 0o600 });
    await writeFile(file(language.runner.file), script, { mode: 0o600 });
    const code = await runCommand(context, command, directory, taskEnvironment(context));
    return await readResult(file('output.json'), code, language);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function readResult(path: string, code: number, language: Language): Promise<TaskResult> {
  const output = existsSync(path) ? parseJson(await readFile(path, 'utf8')) : undefined;
  if (code !== 0) {
    const error = isMap(output) ? nested(output, 'error') : undefined;
    throw new OperatorError(language.describe(code, error), { kind: 'runtime' });
  }
  if (!isMap(output)) {
    const message = 'output.json does not exist. Something unexpected error happened. Please check logs.';
    throw new OperatorError(message, { kind: 'runtime' });
  }
  return {
    subtasks: nestedOrEmpty(output, 'subtask_config'),
    exports: nestedOrEmpty(output, 'export_params'),
    stores: nestedOrEmpty(output, 'store_params'),
  };
}

/** ": message (Class)" and the lines of the trace, of the error that a script left. */
export function errorText(error: ConfigMap): string {
  const message = asText(error.get('message') ?? null);
  const type = asText(error.get('class') ?? null);
  const trace = error.get('backtrace') == null ? [] : textList(error, 'backtrace');
  const head = `${message === undefined ? '' : `: ${message}`}${type === undefined ? '' : ` (${type})`}`;
  return head + trace.map((line) => `\n\tfrom ${line}`).join('');
}

function interpreterOf(params: ConfigMap, name: string): readonly string[] {
  const value = params.get(name);
  if (value === undefined) return [name];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    return value.map((item, index) => {
      if (item === null) throw new OperatorError('java.lang.NullPointerException', { traced: true });
      const text = asText(item);
      if (text === undefined) throw noText(Array.isArray(item) ? 'START_ARRAY' : 'START_OBJECT', index);
      return text;
    });
  }
  const shown = value instanceof Float || typeof value !== 'object' ? toJson(value) : '';
  throw configError(`Invalid ${name}: ${value === null ? 'null' : shown}`);
}

/** Jackson's words for an item of a list of texts (`String[]`). */
function noText(token: string, index: number): OperatorError {
  const what = `Cannot deserialize instance of \`java.lang.String\` out of ${token} token`;
  const where = `[Source: UNKNOWN; line: -1, column: -1] (through reference chain: java.lang.Object[][${index}])`;
  const message = `com.fasterxml.jackson.databind.exc.MismatchedInputException: ${what}\n at ${where}`;
  return new OperatorError(message, { kind: 'runtime' });
}
