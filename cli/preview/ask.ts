import { createInterface } from 'node:readline/promises';
import { render } from '../../core/text/text.ts';
import type { Confirm } from '../../runner/preview/guards.ts';
import { printable } from '../printable.ts';

/** Asks on the terminal, no being the answer of Enter; without a terminal the answer is no. */
export function asker(signal: AbortSignal): Confirm {
  return async ({ message }) => {
    if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      const answer = await terminal.question(`${printable(render(message))} [y/N] `, { signal });
      return /^y(es)?$/i.test(answer.trim());
    } finally {
      terminal.close();
    }
  };
}
