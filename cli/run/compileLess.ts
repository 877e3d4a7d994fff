import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 optimise only what runs ten times as often as it usually asks for. A run mostly waits for its tasks' processes, and what it does itself is
 * soon done: optimised code comes too late for it, and takes a core from the tasks while it is made (`npm run bench -- running`).
 */
export function compileLess(): void {
  setFlagsFromString('--interrupt-budget=1351680');
}
