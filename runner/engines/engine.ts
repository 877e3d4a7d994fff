import type { RunEvent, RunFinished } from '../events.ts';
import type { RunOptions } from '../options.ts';

/** What executes workflows. All engines tell the same events, so that every face shows their runs alike. */
export interface Engine {
  /**
   * Runs a workflow and tells what happens. It resolves when nothing of the run is left; tasks that fail are part of its answer. Aborting the
   * signal ends the run and every process of it.
   * @throws StartError where there is nothing to run, before anything has happened
   */
  run(
    options: RunOptions,
    onEvent: (event: RunEvent) => void | Promise<void>,
    signal: AbortSignal,
  ): Promise<RunFinished>;
}
