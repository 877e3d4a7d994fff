import { type Engine, type EngineSettings, isEngine } from '../../platform/engineSettings.ts';
import { flatParams } from '../../platform/runSettings.ts';

/** A task of type `digdag`, as tasks.json holds it; package.json declares the same properties. */
export interface RunDefinition {
  readonly type: 'digdag';
  /** The workflow's file: absolute, or relative to the workspace folder. */
  readonly workflow: string;
  /** The full name of the only task to run. */
  readonly task?: string;
  /** The full name of the task to run again, with those behind it. */
  readonly start?: string;
  /** The full name of the task to run, with what it needs. */
  readonly goal?: string;
  /** The full name of the task to leave out, with those behind it. */
  readonly end?: string;
  /** The project directory: absolute, or relative to the workspace folder. */
  readonly project?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** Absolute, or relative to the workspace folder. */
  readonly paramsFile?: string;
  readonly session?: string;
  readonly resume?: boolean;
  readonly dryRun?: boolean;
  readonly maxTaskThreads?: number;
  /** A file of what tasks of services leave behind: absolute, or relative to the workspace folder. */
  readonly simulate?: string;
  /** What runs it; as the setting says where absent. */
  readonly engine?: Engine;
}

/** Reads what a person wrote into tasks.json; undefined where it names no workflow. Properties of the wrong type count as absent. */
export function readDefinition(written: Readonly<Record<string, unknown>>): RunDefinition | undefined {
  const { workflow, resume, dryRun, params, maxTaskThreads, engine } = written;
  if (!isText(workflow)) return undefined;
  const texts = textKeys.flatMap((key) => (isText(written[key]) ? [[key, written[key]]] : []));
  return {
    type: 'digdag',
    workflow,
    ...Object.fromEntries(texts),
    ...(isRecord(params) && { params }),
    ...(resume === true && { resume }),
    ...(dryRun === true && { dryRun }),
    ...(isCount(maxTaskThreads) && { maxTaskThreads }),
    ...(isEngine(engine) && { engine }),
  };
}

const textKeys = ['task', 'start', 'goal', 'end', 'project', 'paramsFile', 'session', 'simulate'] as const;

/**
 * The arguments of `digkit` for a run.
 * @param workflow the workflow's file, relative to the project directory
 * @param project the project directory, where it is not the one that the process starts in
 */
export function runArguments(
  workflow: string,
  project: string | undefined,
  definition: RunDefinition,
  settings: EngineSettings,
): string[] {
  const { task, params, paramsFile, session, dryRun, start, goal, end, maxTaskThreads, simulate } = definition;
  const engine = definition.engine ?? settings.engine;
  return [
    'run',
    ...option('--project', project),
    ...Object.entries(flatParams(params)).flatMap(([key, value]) => ['-p', `${key}=${value}`]),
    ...option('-P', paramsFile),
    ...option('--session', session),
    ...option('--start', start),
    ...option('--goal', goal),
    ...option('--end', end),
    ...repeated(definition),
    ...(dryRun ? ['--dry-run'] : []),
    ...option('--max-task-threads', maxTaskThreads),
    ...option('--simulate', simulate),
    ...(engine === 'digdag' ? ['--engine', engine, ...option('--digdag', settings.digdagPath)] : []),
    '--',
    workflow,
    ...(task === undefined ? [] : [task]),
  ];
}

function option(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}

/** Whoever presses Run again wants the tasks to run again; `digkit run` skips what a session that it is told by its time has done. */
function repeated({ session, resume, start, goal }: RunDefinition): string[] {
  if (resume) return ['--resume'];
  // They say themselves what runs again.
  if (start !== undefined || goal !== undefined) return [];
  return session === undefined ? [] : ['--rerun'];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
