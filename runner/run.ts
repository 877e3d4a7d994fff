import { setMaxListeners } from 'node:events';
import { basename, isAbsolute, join } from 'node:path';
import { parametersFixedByExport } from '../core/expressions/scopes/fixedParameters.ts';
import type { LocatedMap } from '../core/project/located.ts';
import { lastSavedSession } from '../core/schedule/savedSessions.ts';
import { formatInstant } from '../core/time/local.ts';
import { lineColumn } from '../core/yaml/lines.ts';
import { nodeEvaluator } from '../host/evaluator.ts';
import type { RunEvent, RunFinished } from './events.ts';
import type { RunOptions } from './options.ts';
import { findWorkflow, loadWorkflows, scheduleOf, slaOf, startTime, zoneOf } from './plan.ts';
import { Runner } from './runner.ts';
import { findTask } from './selection/pattern.ts';
import { selectTasks } from './selection/selection.ts';
import { extractSubtree } from './selection/subtree.ts';
import { sessionDirectoryName } from './status/directory.ts';
import { StatusFiles } from './status/statusFiles.ts';

/**
 * Runs a workflow on this machine as `digdag run` does, and tells what happens. It resolves when nothing of the run is left; tasks that fail are
 * part of its answer. Aborting the signal ends every child process and cancels what has not started.
 * @throws StartError where there is nothing to run, before anything has happened
 */
export async function runWorkflow(
  options: RunOptions,
  onEvent: (event: RunEvent) => void | Promise<void>,
  signal: AbortSignal,
): Promise<RunFinished> {
  const started = Date.now();
  // Each running task may listen; there is no leak to warn of.
  setMaxListeners(0, signal);
  const workflows = loadWorkflows(options);
  const workflow = findWorkflow(workflows, options);
  const tasks = options.only ? extractSubtree(workflow.tasks, findTask(workflow.tasks, options.only)) : workflow.tasks;
  const zone = zoneOf(workflow);
  const statusDirectory = directoryOf(options);
  const time = startTime({
    session: options.session,
    zone,
    schedule: scheduleOf(workflow, zone),
    now: started,
    lastSaved: () => lastSavedSession(options.files, statusDirectory, workflow.name),
  });
  const selection = selectTasks(tasks, options.selection);
  const sla = slaOf(workflow, zone, started);
  const noted = options.save ? join(statusDirectory, sessionDirectoryName(zone, time)) : undefined;
  // A dry run reads what earlier runs of the session noted, and notes nothing.
  const saved = options.dryRun ? undefined : noted;
  const status = noted === undefined ? undefined : new StatusFiles(noted, options.files, options.projectDirectory);
  const evaluator = nodeEvaluator();
  const runner = new Runner({ options, workflows, evaluator, onEvent, signal });
  try {
    const root = runner.attempt({ workflow, tasks, params: options.params, sessionTime: time, selection, status, sla });
    await onEvent({
      type: 'run-started',
      time: started,
      workflow: workflow.name,
      projectDirectory: options.projectDirectory,
      sessionTime: formatInstant(zone, time),
      timezone: zone.id,
      ...(saved === undefined ? {} : { statusDirectory: saved }),
    });
    await warnOfBytes(workflow.config.path, options, onEvent);
    await warnOfFixed(workflow.config, options, onEvent);
    await root.run();
    const finished = root.summary(started, saved);
    await onEvent(finished);
    return finished;
  } finally {
    runner.dispose();
    evaluator.dispose();
  }
}

/** Digdag reads a file that is no UTF-8 all the same, with signs in place of what it cannot read. */
async function warnOfBytes(
  path: string,
  { files }: RunOptions,
  onEvent: (event: RunEvent) => void | Promise<void>,
): Promise<void> {
  if (!files.read(path)?.malformed) return;
  const message = `${path} is not UTF-8: what cannot be read has become \ufffd. Save it as UTF-8.`;
  await onEvent({ type: 'log', time: Date.now(), level: 'warn', message });
}

/** A parameter that the workflow exports itself keeps the exported value, which surprises. */
async function warnOfFixed(
  config: LocatedMap,
  { files, params }: RunOptions,
  onEvent: (event: RunEvent) => void | Promise<void>,
): Promise<void> {
  for (const { name, place, task } of parametersFixedByExport(config, params)) {
    const { line } = lineColumn(files.read(place.path)?.text ?? '', place.start);
    const where = task === undefined ? '' : ` in ${task}`;
    const message = `The parameter ${name} has no effect${where}: _export gives it a value (${basename(place.path)}:${line}), and that wins.`;
    await onEvent({ type: 'log', time: Date.now(), level: 'warn', message });
  }
}

function directoryOf({ statusDirectory, projectDirectory }: RunOptions): string {
  return isAbsolute(statusDirectory) ? statusDirectory : join(projectDirectory, statusDirectory);
}
