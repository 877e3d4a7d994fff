import type { CancellationToken } from 'vscode-languageserver/node';

/** A token of the protocol as the signal that the core's ports take; `release` ends the listening. */
export function signalOf(token: CancellationToken): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  const listening = token.onCancellationRequested(() => controller.abort());
  return { signal: controller.signal, release: () => listening.dispose() };
}
