/** The first Ctrl+C (or hang-up, or SIGTERM) stops the run in order; the second ends this process at once, and with it all that it started. */
export function stopOnSignals(onFirst: () => void): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onFirst();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  // Whoever read our output is gone: nobody waits for the rest.
  process.stdout.on('error', () => controller.abort());
  process.stderr.on('error', () => controller.abort());
  return controller.signal;
}
