import { flatParams } from '../../platform/runSettings.ts';

/** A task of type `digdag`, as tasks.json holds it; package.json declares the same properties. */
export interface RunDefinition {
  readonly type: 'digdag';
  /** The workflow's file: absolute, or relative to the workspace folder. */
  readonly workflow: string;
  /** The full name of the only task to run. */
  readonly task?: string;
  /** The project directory: absolute, or relative to the workspace folder. */
  readonly project?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** Absolute, or relative to the workspace folder. */
  readonly paramsFile?: string;
  readonly session?: string;
  readonly resume?: boolean;
  readonly dryRun?: boolean;
}

/** Reads what a person wrote into tasks.json; undefined where it names no workflow. Properties of the wrong type count as absent. */
export function readDefinition(written: Readonly<Record<string, unknown>>): RunDefinition | undefined {
  const { workflow, task, project, params, paramsFile, session, resume, dryRun } = written;
  if (!isText(workflow)) return undefined;
  return {
    type: 'digdag',
    workflow,
    ...(isText(task) && { task }),
    ...(isText(project) && { project }),
    ...(isRecord(params) && { params }),
    ...(isText(paramsFile) && { paramsFile }),
    ...(isText(session) && { session }),
    ...(resume === true && { resume }),
    ...(dryRun === true && { dryRun }),
  };
}

/**
 * The arguments of `digkit` for a run.
 * @param workflow the workflow's file, relative to the project directory
 * @param project the project directory, where it is not the one that the process starts in
 */
export function runArguments(
  workflow: string,
  project: string | undefined,
  { task, params, paramsFile, session, resume, dryRun }: RunDefinition,
): string[] {
  return [
    'run',
    ...(project === undefined ? [] : ['--project', project]),
    ...Object.entries(flatParams(params)).flatMap(([key, value]) => ['-p', `${key}=${value}`]),
    ...(paramsFile === undefined ? [] : ['-P', paramsFile]),
    ...(session === undefined ? [] : ['--session', session]),
    ...repeated(session, resume),
    ...(dryRun ? ['--dry-run'] : []),
    '--',
    workflow,
    ...(task === undefined ? [] : [task]),
  ];
}

/** Whoever presses Run again wants the tasks to run again; `digkit run` skips what a session that it is told by its time has done. */
function repeated(session: string | undefined, resume: boolean | undefined): string[] {
  if (resume) return ['--resume'];
  return session === undefined ? [] : ['--rerun'];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
