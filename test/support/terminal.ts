import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process';

/** Whether there is util-linux's `script`, which gives a process a terminal. */
export const hasTerminals = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/** What a command of the shell writes to the terminal that it gets. */
export function onTerminal(command: string, options: SpawnSyncOptionsWithStringEncoding): string {
  return spawnSync('script', ['-qec', command, '/dev/null'], options).stdout;
}
