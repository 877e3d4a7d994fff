import { toValue } from '../core/project/located.ts';
import { join } from '../core/project/paths.ts';
import { Project } from '../core/project/project.ts';
import { runVerdict } from '../core/project/verdict.ts';
import { readSchedule, type Schedule } from '../core/schedule/schedule.ts';
import { type SessionRequest, sessionTime } from '../core/schedule/sessionTime.ts';
import { slaTime } from '../core/schedule/sla.ts';
import { javaKind } from '../core/text/javaKind.ts';
import { parseZone, utc, type Zone } from '../core/time/zone.ts';
import { ConfigError } from '../core/value/typed.ts';
import { type ConfigMap, isMap } from '../core/value/value.ts';
import type { Workflow } from '../core/workflow/workflow.ts';
import type { RunOptions } from './options.ts';
import { StartError } from './startError.ts';

/**
 * The workflows of a project that Digdag accepts as a whole; it refuses to run anything of another. A file that is not there is told first: what
 * is wrong with the others does not help whoever mistyped a name.
 */
export function loadWorkflows(options: RunOptions): readonly Workflow[] {
  const { files, projectDirectory, workflow } = options;
  const kind = files.kind(projectDirectory);
  if (kind !== 'directory') throw new StartError(projectDirectory, kind === 'file' ? 'not directory' : 'no such file');
  if (files.kind(join(projectDirectory, `${workflow}.dig`)) === undefined) throw missing(options);
  const verdict = runVerdict(files, new Project(files, projectDirectory));
  if (verdict.ok) return verdict.workflows;
  const paths = verdict.blocking.map(({ path }) => path);
  throw new StartError(verdict.message ?? verdict.java, javaKind(verdict.java), paths);
}

/** The workflow of that name, or the words in which Digdag says that there is none. */
export function findWorkflow(workflows: readonly Workflow[], options: RunOptions): Workflow {
  const found = workflows.find(({ name }) => name === options.workflow);
  if (found) return found;
  throw missing(options);
}

function missing({ workflow, projectDirectory, projectNamed }: RunOptions): StartError {
  return new StartError(missingWorkflow(workflow, projectNamed ? projectDirectory : undefined), 'resource not found');
}

function missingWorkflow(name: string, project: string | undefined): string {
  if (project !== undefined) return `Workflow '${name}' does not exist in project directory '${project}'.`;
  const start = `Workflow '${name}' does not exist in current directory.`;
  const slash = name.lastIndexOf('/');
  if (slash < 0) return `${start} You may need to change directory first, or set --project option.`;
  const folder = name.slice(0, slash);
  return `${start} You may need to type "cd ${folder}" first, or set "--project ${folder}" option.`;
}

export function zoneOf(workflow: Workflow): Zone {
  const parsed = parseZone(workflow.timezone);
  return parsed.ok ? parsed.zone : utc;
}

export function scheduleOf(workflow: Workflow, zone: Zone): Schedule | undefined {
  const written = workflow.config.get('schedule');
  if (!written) return undefined;
  const schedule = readSchedule(new Map([['schedule', toValue(written)]]), zone);
  if (schedule instanceof ConfigError) throw new StartError(schedule.message, 'config', [workflow.config.path]);
  return schedule;
}

/** The session time that a run asks for, milliseconds since 1970. */
export function startTime(request: SessionRequest): number {
  const time = sessionTime(request);
  if (typeof time === 'number') return time;
  throw new StartError(time.message, time.kind);
}

export interface Sla {
  readonly config: ConfigMap;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** The `sla:` of a workflow that starts now. */
export function slaOf(workflow: Workflow, zone: Zone, now: number): Sla | undefined {
  const located = workflow.config.get('sla');
  if (!located) return undefined;
  const config = toValue(located) ?? new Map();
  if (!isMap(config)) throw new StartError("Parameter 'sla' must be an object", 'config', [workflow.config.path]);
  const time = slaTime(config, now, zone);
  if (time instanceof ConfigError) throw new StartError(time.message, 'config', [workflow.config.path]);
  return { config, time };
}
