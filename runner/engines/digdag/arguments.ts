import { formatDate, formatTime, toLocal } from '../../../core/time/local.ts';
import type { Workflow } from '../../../core/workflow/workflow.ts';
import type { RunOptions } from '../../options.ts';
import { scheduleOf, startTime, zoneOf } from '../../plan.ts';

/** What `digdag` is told besides the run itself, as the person wrote it: `-X`, `-c`. */
export interface PassedOn {
  readonly system?: readonly string[];
  readonly config?: string;
}

/**
 * The arguments of `digdag` for a run, to be started in the project directory.
 * @param workflow the workflow as our own compiler knows it; undefined where it refuses the file, which Digdag is to tell then
 * @param paramsFile a file with all parameters, each with its type
 */
export function digdagArguments(
  options: RunOptions,
  workflow: Workflow | undefined,
  paramsFile: string | undefined,
  { system = [], config }: PassedOn,
): string[] {
  const { selection, only, dryRun, showParams, maxTaskThreads } = options;
  return [
    'run',
    `${options.workflow}.dig`,
    ...(only === undefined ? [] : [only]),
    ...['--session', sessionArgument(options, workflow)],
    ...(selection.rerun ? ['--rerun'] : []),
    ...option('--start', selection.start),
    ...option('--goal', selection.goal),
    ...option('--end', selection.end),
    ...(dryRun ? ['--dry-run'] : []),
    ...(dryRun || !options.save ? ['--no-save'] : ['--save', options.statusDirectory]),
    ...(showParams ? ['--show-params'] : []),
    ...option('--max-task-threads', maxTaskThreads),
    ...option('--params-file', paramsFile),
    ...system.flatMap((pair) => ['-X', pair]),
    ...option('--config', config),
    // Its lines tell what happens: they must not depend on what the person has set for other purposes.
    ...['--log-level', 'info'],
  ];
}

function option(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}

/** What Digdag's own `--session` knows (Run.parseSessionTime). */
const digdagSession = /^(?:last|hourly|daily|schedule|\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?)$/;

/** A session that only Digkit has words for, such as `fresh`, is named by its time, so that both engines run the same one. */
function sessionArgument({ session }: RunOptions, workflow: Workflow | undefined): string {
  if (digdagSession.test(session)) return session;
  if (!workflow) return 'daily';
  const zone = zoneOf(workflow);
  const schedule = scheduleOf(workflow, zone);
  const time = startTime({ session, zone, schedule, now: Date.now(), lastSaved: () => undefined });
  const local = toLocal(zone, time);
  return `${formatDate(local)} ${formatTime(local)}`;
}
