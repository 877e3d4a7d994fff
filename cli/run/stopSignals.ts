/** What ends a run from outside. */
export interface Stop {
  readonly signal: AbortSignal;
  /** Why the output cannot be written, once that is so: `EPIPE` where its reader is gone. */
  outputError(): NodeJS.ErrnoException | undefined;
}

/**
 * The first Ctrl+C (or hang-up, or SIGTERM) stops the run in order; the second ends this process at once, and with it all that it started. An output
 * that takes nothing more stops the run, too: nobody waits for the rest.
 */
export function stopOnSignals(onFirst: () => void): Stop {
  const controller = new AbortController();
  let outputError: NodeJS.ErrnoException | undefined;
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onFirst();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    outputError ??= error;
    controller.abort();
  });
  process.stderr.on('error', () => controller.abort());
  return { signal: controller.signal, outputError: () => outputError };
}
