import { printable } from './printable.ts';

/** Says on standard error why a command does not do what it was asked to; gives the exit code back. */
export function complain(command: string, message: string, code: number): number {
  process.stderr.write(`digkit ${command}: ${printable(message)}\n`);
  return code;
}
