import { resolve } from 'node:path';
import type { Command } from 'commander';
import { environmentProxies } from '../core/http/proxy.ts';
import { nodeEvaluator } from '../host/evaluator.ts';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import { curlCommand } from '../runner/preview/curl.ts';
import { type PreparedPreview, preparePreview } from '../runner/preview/prepare.ts';
import { sendPreview } from '../runner/preview/send.ts';
import { previewSession } from '../runner/preview/session.ts';
import { showRequest } from '../runner/preview/shown.ts';
import { localSecrets, secretVariables } from '../runner/secrets/localSecrets.ts';
import { StartError } from '../runner/startError.ts';
import { complain } from './complain.ts';
import { asker } from './preview/ask.ts';
import { jsonOf } from './preview/json.ts';
import { declinedText, preparationText, requestText, resultText } from './preview/text.ts';
import { readGiven } from './run/parameters.ts';
import { stopOnSignals } from './run/stopSignals.ts';
import { styleFor } from './style.ts';
import { problemOf, projectOf, slashed } from './workflowFile.ts';

interface Options {
  readonly param: readonly string[];
  readonly paramsFile?: string;
  readonly session: string;
  readonly project?: string;
  readonly system: readonly string[];
  readonly yes?: true;
  readonly dryRun?: true;
  readonly json?: true;
  readonly curl?: true;
  readonly showSecrets?: true;
}

/**
 * `digkit preview FILE [+task]`. Exit code 0: Digdag would take the answer (or nothing was to be sent); 1: it would not, or the request was
 * not sent; 2: there is nothing to preview, or something is missing.
 */
export function register(program: Command): void {
  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  program
    .command('preview')
    .description(
      'Show the request of an http_call> or http> task, send it once, and say what Digdag would do with the answer.',
    )
    .argument('<workflow>', 'the workflow file, main.dig')
    .argument('[+task]', 'the task; the first http_call> task (else http>) where absent')
    .option('-p, --param <key=value>', 'set a parameter; may be repeated', collect, [])
    .option('-P, --params-file <file>', 'read parameters from a YAML file')
    .option('-t, --session <time>', 'daily, hourly, schedule, or "yyyy-MM-dd[ HH:mm:ss]"', 'fresh')
    .option('--project <dir>', "the project directory (default: found from the file's place)")
    .option('-X, --system <key=value>', 'params.KEY=value or secrets.KEY=value, as in the config file', collect, [])
    .option('-y, --yes', 'send without asking')
    .option('-d, --dry-run', 'show the request, and send nothing')
    .option('--json', 'print one JSON object')
    .option('--curl', 'print the request as a curl command, and send nothing')
    .option('--show-secrets', 'with --curl: do not mask secrets')
    .action(async (file: string, task: string | undefined, options: Options) => {
      process.exitCode = await preview(file, task, options);
    });
}

async function preview(file: string, task: string | undefined, options: Options): Promise<number> {
  const path = slashed(resolve(file));
  const problem = problemOf(file, path);
  if (problem !== undefined) return complain('preview', problem, 2);
  const { signal } = stopOnSignals(() => process.stderr.write('Stopping …\n'));
  const evaluator = nodeEvaluator();
  try {
    const projectDirectory = options.project ? slashed(resolve(options.project)) : projectOf(path);
    const given = readGiven({ ...options, directory: process.cwd(), env: process.env, files: nodeFileSystem });
    const secrets = localSecrets(process.env, given.secrets, secretVariables(process.env));
    const sessionTime = previewSession(path, options.session);
    const input = {
      files: nodeFileSystem,
      path,
      projectDirectory,
      params: given.params,
      sessionTime,
      secrets,
      proxies: environmentProxies(process.env),
      evaluator,
    };
    const prepared = await preparePreview({ ...input, ...(task ? { task } : {}) }, signal);
    if (prepared.kind === 'ready') return await show(prepared, options, signal);
    const code = prepared.kind === 'refused' && prepared.reason === 'digdag' ? 1 : 2;
    return complain('preview', preparationText(prepared), code);
  } catch (error) {
    if (signal.aborted) return complain('preview', 'Stopped: nothing more was sent.', 1);
    if (error instanceof StartError) return complain('preview', error.withFile, 2);
    throw error;
  } finally {
    evaluator.dispose();
  }
}

async function show(prepared: PreparedPreview, options: Options, signal: AbortSignal): Promise<number> {
  const style = styleFor(process.stdout, process.env);
  const { wire, request, mask } = prepared;
  if (options.curl) {
    if (!wire) return complain('preview', 'The address names no host: there is no request.', 1);
    print(curlCommand(showRequest(wire, options.showSecrets ? undefined : mask), request.insecure));
    return 0;
  }
  if (!options.json) print(requestText(prepared, style));
  if (options.dryRun) {
    if (options.json) print(jsonOf(prepared, undefined));
    return 0;
  }
  const confirm = options.yes ? () => Promise.resolve(true) : asker(signal);
  const result = await sendPreview(prepared, { confirm }, signal);
  if (options.json) print(jsonOf(prepared, result));
  if (result.kind === 'declined') return complain('preview', declinedText(result.question), 1);
  if (!options.json) print(resultText(prepared, result, style));
  return result.verdict.kind === 'accepted' ? 0 : 1;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
