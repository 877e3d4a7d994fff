import type { EngineError } from '../engine.ts';
import type { RunAnswer } from './prelude/run.ts';

/** What QuickJS says, in the words of Digdag's engine (GraalJS) where these are known; the name of the error is always the same. */
export function engineError(answer: Exclude<RunAnswer, { text: string }>): EngineError {
  if ('thrown' in answer) return { kind: 'javascript', message: answer.thrown };
  const { name, message } = answer;
  if (name === 'InternalError') return internalError(message);
  const words = name === 'ReferenceError' || name === 'TypeError' ? graalWords(message) : message;
  return { kind: 'javascript', message: words === '' ? name : `${name}: ${words}` };
}

export function tooLong(milliseconds: number): EngineError {
  return {
    kind: 'limit',
    message: `stopped: it ran longer than ${milliseconds} ms (Digdag would go on without an end)`,
  };
}

export function tooMuchMemory(): EngineError {
  return { kind: 'limit', message: 'stopped: it needs too much memory' };
}

function internalError(message: string): EngineError {
  if (message === 'stack overflow')
    return { kind: 'javascript', message: 'RangeError: Maximum call stack size exceeded' };
  return tooMuchMemory();
}

function graalWords(message: string): string {
  return message
    .replace(/^'(.*)' is not defined$/, '$1 is not defined')
    .replace(/^cannot read property '(.*)' of (undefined|null)$/, "Cannot read property '$1' of $2")
    .replace(/^cannot set property '(.*)' of (undefined|null)$/, "Cannot set property '$1' of $2")
    .replace(/^not a function$/, '(intermediate value) is not a function');
}
