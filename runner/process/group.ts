import type { ChildProcess } from 'node:child_process';

/** How long a process has to end by itself after it was asked to. */
const patience = 3000;

/**
 * Ends a process and all that it started when the signal is aborted: asked with SIGTERM first, killed after a while.
 * @returns to be called when the process has ended
 */
export function endGroup(child: ChildProcess, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    send(child, 'SIGTERM');
    timer = setTimeout(() => send(child, 'SIGKILL'), patience);
    timer.unref();
  };
  const killNow = (): void => send(child, 'SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  process.once('exit', killNow);
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    process.off('exit', killNow);
  };
}

function send(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // the whole group has ended already
  }
}
