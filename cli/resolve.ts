import { resolve as resolvePath } from 'node:path';
import type { Command } from 'commander';
import { loadFile } from '../core/project/load.ts';
import { toMap } from '../core/project/located.ts';
import { basename, join, relative } from '../core/project/paths.ts';
import { headingOf } from '../core/resolve/heading.ts';
import { printResolved } from '../core/resolve/print.ts';
import { failsSomewhere, type ResolvedTask, type ResolvedWorkflow, walkResolved } from '../core/resolve/resolved.ts';
import { resolveWorkflow } from '../core/resolve/resolveWorkflow.ts';
import { type ChosenSession, chosenSession } from '../core/schedule/chosenSession.ts';
import { lastSavedSession, statusFolder } from '../core/schedule/savedSessions.ts';
import { render } from '../core/text/text.ts';
import { parseZone, utc } from '../core/time/zone.ts';
import type { ConfigMap } from '../core/value/value.ts';
import { compileWorkflow } from '../core/workflow/compile.ts';
import type { Workflow } from '../core/workflow/workflow.ts';
import { nodeEvaluator } from '../host/evaluator.ts';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import { StartError } from '../runner/startError.ts';
import { complain } from './complain.ts';
import { printable } from './printable.ts';
import { readGiven } from './run/parameters.ts';
import { problemOf, projectOf, slashed } from './workflowFile.ts';

interface Options {
  readonly param: readonly string[];
  readonly paramsFile?: string;
  readonly session: string;
  readonly project?: string;
  readonly system: readonly string[];
}

/**
 * `digkit resolve FILE [+task]`. Exit code 0: resolved; 1: Digdag refuses the workflow, or would fail in it; 2: there is nothing to resolve.
 */
export function register(program: Command): void {
  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  program
    .command('resolve')
    .description('Print a workflow with includes, exports, loops and calls resolved, as it would run. Nothing is run.')
    .argument('<workflow>', 'the workflow file, main.dig')
    .argument('[+task]', 'only this task and what is in it')
    .option('-p, --param <key=value>', 'set a parameter; may be repeated', collect, [])
    .option('-P, --params-file <file>', 'read parameters from a YAML file')
    .option(
      '-t, --session <time>',
      'now, daily, hourly, schedule, next_schedule, last, or "yyyy-MM-dd[ HH:mm:ss]"',
      'fresh',
    )
    .option('--project <dir>', "the project directory (default: found from the file's place)")
    .option('-X, --system <key=value>', 'params.KEY=value, as in the config file', collect, [])
    .action(async (file: string, task: string | undefined, options: Options) => {
      process.exitCode = await resolve(file, task, options);
    });
}

async function resolve(file: string, task: string | undefined, options: Options): Promise<number> {
  const path = slashed(resolvePath(file));
  const problem = problemOf(file, path);
  if (problem !== undefined) return complain('resolve', problem, 2);
  const projectDirectory = options.project ? slashed(resolvePath(options.project)) : projectOf(path);
  try {
    const { params } = readGiven({ ...options, directory: process.cwd(), env: process.env, files: nodeFileSystem });
    const workflow = compiled(path, projectDirectory);
    return 'refusal' in workflow
      ? complain('resolve', workflow.refusal, 1)
      : await print(workflow, task, { path, projectDirectory, params, ...options });
  } catch (error) {
    if (error instanceof StartError) return complain('resolve', error.withFile, 2);
    throw error;
  }
}

function compiled(path: string, projectDirectory: string): Workflow | { readonly refusal: string } {
  const file = loadFile(nodeFileSystem, path);
  const [error] = file?.errors ?? [];
  if (error) return { refusal: `Digdag cannot load ${path}: ${error.message ?? error.java}` };
  if (!file?.config) return { refusal: `${path} is empty: a workflow needs tasks.` };
  const name = relative(projectDirectory, path).replace(/\.dig$/, '');
  const { workflow, refusal } = compileWorkflow(name, file.config, { called: name.includes('/') });
  return workflow ?? { refusal: `Digdag does not accept ${path}: ${refusal.message ?? refusal.java}` };
}

interface Wanted {
  readonly path: string;
  readonly projectDirectory: string;
  readonly params: ConfigMap;
  readonly session: string;
  readonly paramsFile?: string;
}

async function print(workflow: Workflow, task: string | undefined, wanted: Wanted): Promise<number> {
  const { projectDirectory, params, path } = wanted;
  const session = sessionOf(workflow, projectDirectory, wanted.session);
  const evaluator = nodeEvaluator();
  let resolved: ResolvedWorkflow;
  try {
    resolved = await resolveWorkflow({ files: nodeFileSystem, projectDirectory, workflow, session, params, evaluator });
  } finally {
    evaluator.dispose();
  }
  const only = task === undefined ? resolved.root : taskNamed(resolved.root, task);
  if (typeof only === 'string') return complain('resolve', only, 2);
  const paramsFile = wanted.paramsFile === undefined ? undefined : basename(slashed(wanted.paramsFile));
  const heading = headingOf(basename(path), session, paramsFile).map((line) => render(line));
  process.stdout.write(printable(printResolved(resolved, heading, render, only).text));
  return failsSomewhere(only) ? 1 : 0;
}

function sessionOf({ name, config, timezone }: Workflow, projectDirectory: string, asked: string): ChosenSession {
  const parsed = parseZone(timezone);
  const lastSaved = (): number | undefined =>
    lastSavedSession(nodeFileSystem, join(projectDirectory, statusFolder), name);
  const session = chosenSession(toMap(config), parsed.ok ? parsed.zone : utc, asked, Date.now(), lastSaved);
  const { refusal } = session;
  if (refusal) throw new StartError(refusal.message, refusal.kind);
  return session;
}

/** The task of that name, or whose name ends so; else why there is none. */
function taskNamed(root: ResolvedTask, pattern: string): ResolvedTask | string {
  const tasks = [...walkResolved(root)];
  const exact = tasks.filter(({ fullName }) => fullName === pattern);
  const found = exact.length > 0 ? exact : tasks.filter(({ fullName }) => fullName.endsWith(pattern));
  const [only] = found;
  if (!only) return `There is no task ${pattern}.`;
  if (found.length === 1) return only;
  return `${pattern} may mean any of ${found.map(({ fullName }) => fullName).join(', ')}. Write more of the name.`;
}
