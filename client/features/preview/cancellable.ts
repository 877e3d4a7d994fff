import { ProgressLocation, window } from 'vscode';
import { unlinked } from '../../platform/unlinked.ts';

/** Shows progress with a cancel button; `cancelled` where that was pressed, or `stopper` was used otherwise. */
export function cancellable<Result>(
  title: string,
  stopper: AbortController,
  run: (signal: AbortSignal) => Promise<Result>,
): Thenable<Result | 'cancelled'> {
  const place = { location: ProgressLocation.Notification, title: unlinked(title), cancellable: true };
  return window.withProgress(place, async (_, token) => {
    const registration = token.onCancellationRequested(() => stopper.abort());
    try {
      return await run(stopper.signal);
    } catch (error) {
      if (stopper.signal.aborted) return 'cancelled';
      throw error;
    } finally {
      registration.dispose();
    }
  });
}
