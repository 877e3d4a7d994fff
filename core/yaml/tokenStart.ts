import { endsWord } from './characters.ts';
import { type Fault, scannerFault } from './fault.ts';

/** Whether a plain scalar may begin with this character, which no other token begins with here. */
export function startsPlain(code: number, next: number, flowLevel: number): boolean {
  if (!endsWord(code) && !(code < 128 && '-?:,[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(code)))) return true;
  return !endsWord(next) && (code === 45 || (flowLevel === 0 && (code === 63 || code === 58)));
}

export function cannotStart(code: number, position: number): Fault {
  const shown = code === 9 ? '\\t(TAB)' : String.fromCharCode(code);
  const problem = `found character '${shown}' that cannot start any token. (Do not use ${shown} for indentation)`;
  return scannerFault(problem, position, 'while scanning for the next token');
}
